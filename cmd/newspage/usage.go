package main

// usage is the documentation of the command.
const usage = `newspage prints the article of a news page: title, text in reading order,
quotes and who is quoted, the source it was taken from, related articles.

Usage:

    newspage [flags] [FILE | DIR | URL | -]...

Inputs:

    FILE  an HTML page, as it is or compressed with gzip, whatever its name
    FILE  also a WARC file, as it is or compressed with gzip, of any size: each
          page in it is an input of its own, called FILE#N after the byte N at
          which its record begins
    DIR   every .html, .htm, .xhtml and .warc file in the folder and below, and
          their .gz, in the order of their names; a pattern such as
          'crawl/**/*.warc.gz' in quotation marks stands for the files that fit
    URL   an http or https address; the page is fetched, up to 10 redirects
          are followed and the last address is taken as the page's; a host is
          asked for one page at a time
    -     standard input, a page or a WARC file; also where no input is given

Flags (before, between or after the inputs; -- ends them):

    -format json    json:     one indented JSON object a page (the default)
                    jsonl:    one line of JSON a page, with "input" first and,
                              where the page failed, "error" last
                    text:     to read: title, byline, text, source, related
                              articles, in lines of at most 80 columns; bold
                              on a terminal, unless NO_COLOR is set; a line
                              "---" stands between two pages
                    markdown: the same as CommonMark with tables, and with
                              links and pictures; a rule between two pages
                    html:     the same as one HTML document, however many
                              pages, that needs no other file and runs no
                              script; its pictures are loaded from the web
    -url URL        the address of the page, the base of its relative links;
                    for one page only
    -manifest FILE  reads more pages from FILE, after those given as inputs:
                    a line of JSON a page, such as
                    {"path": "a.html.gz", "url": "https://example.com/a"}.
                    Paths are relative to the folder FILE stands in and may be
                    those of WARC files; "url" may be left out; a line without
                    "path" is fetched from its "url"; other fields are ignored
    -o FILE         write the output to FILE, which must not be there yet, and
                    a summary to standard error
    -continue       with -o and -format jsonl: take up a run that was broken
                    off. Inputs that FILE has a line of are skipped, failed
                    ones too; a last line that is not whole is written again
    -j N            parse N pages at once (the default: one a core, 8 where
                    there are addresses among the inputs); they are printed in
                    the order given all the same
    -max-bytes N    refuse pages of more than N bytes, uncompressed
                    (the default: 33554432, which is 32 MiB)
    -timeout D      how long fetching one page may take, such as 10s or 2m
                    (the default: 30s; 0: as long as it takes)
    -pause D        how long to wait between two pages of one host (the
                    default: 1s)
    -quiet          no progress, no summary; pages that fail are still reported
    -trace          also print each block of the page, its role and the reason
                    to standard error, after a line that names the input
    -explain FILE   write a report of one page to FILE, an HTML page to look at:
                    each block of the page, its role and the reason, beside
                    the Article that was made of them. It loads nothing and
                    runs nothing of the page. The article itself is printed
                    only where -format is given. FILE may be there already
                    where it is such a report
    -version        print the version
    -h, -help       print this text

A page that fails is reported on standard error, one line each, and the other
pages are printed all the same. Where a page has no article, json and jsonl
print what it says of itself (title, site, ...).

Exit code: 0 all went well; 1 a page failed, or the output could not be
written; 2 wrong usage.

Examples:

    newspage -format text https://example.com/news/story.html
    newspage -format html pages/ > articles.html
    newspage -explain report.html https://example.com/news/story.html
    newspage -format jsonl -manifest pages/manifest.jsonl > articles.jsonl
    newspage -format jsonl -o articles.jsonl -continue 'crawl/*.warc.gz'
`
