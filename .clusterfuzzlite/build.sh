#!/bin/bash -eu
# Builds each native Go fuzz target for ClusterFuzzLite and OSS-Fuzz.
grep -rlE '^func Fuzz' --include='*_test.go' --exclude-dir=bench --exclude-dir=beam --exclude-dir=examples . | sort | while read -r file; do
  package=$(cd "$(dirname "$file")" && go list .)
  grep -oE '^func Fuzz[A-Za-z0-9]+' "$file" | sed 's/^func //' | while read -r target; do
    name=$(echo "${package##*/}_$target" | tr 'A-Z' 'a-z')
    compile_native_go_fuzzer "$package" "$target" "$name"
  done
done
