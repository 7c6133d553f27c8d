package newspage
import ("bytes";"testing")
func BenchmarkSmall(b *testing.B){
 _,pages:=coldPages(b)
 b.ReportAllocs()
 for b.Loop(){ for _,p:=range pages { if len(p)<100000 { _,_=Parse(bytes.NewReader(p),nil)} } }
}
