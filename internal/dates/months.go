package dates

// foldedLetters gives a plain letter and the accented ones that fold to it.
var foldedLetters = []string{
	"a àáâãäåāăąạảấầẩẫậắằẳẵặ",
	"c çćĉċč",
	"d ďđ",
	"e èéêëēĕėęěẹẻẽếềểễệ",
	"g ĝğġģ",
	"i ìíîïĩīĭįıỉị",
	"l ĺļľł",
	"n ñńņňŋ",
	"o òóôõöōŏőơọỏốồổỗộớờởỡợ",
	"r ŕŗř",
	"s śŝşšș",
	"t ţťț",
	"u ùúûüũūŭůűųưụủứừửữự",
	"y ýÿŷỳỹỵỷ",
	"z źżž",
	"α ά", "ε έ", "η ή", "ι ίϊΐ", "ο ό", "υ ύϋΰ", "ω ώ", "σ ς",
	"и й", "е ё", "і ї",
	"ا أإآٱ", "ي ىی", "ه ة", "ك ک",
	"र ऱ",
}

// monthNames are the names of the months with their inflected forms and their
// abbreviations. Per month the languages follow each other: English, German,
// French, Spanish, Portuguese, Italian, Catalan, Dutch, Polish, Czech, Slovak,
// Russian, Ukrainian, Bulgarian, Turkish, Swedish with Danish and Norwegian,
// Finnish, Hungarian, Romanian, Greek, Indonesian, Hindi, Arabic (as said in
// Egypt, the Levant and Iraq, the Maghreb), Hebrew. Accents do not matter.
var monthNames = [12]string{
	`january jan januar jänner jän janvier janv enero ene janeiro gennaio genn gener januari
	stycznia styczeń stycz leden ledna január januára января январь янв січня січень січ януари яну
	ocak tammikuu tammikuuta tammik január janu ianuarie ιανουαρίου ιανουάριος ιαν γενάρη
	जनवरी जन يناير جانفي ינואר בינואר`,
	`february feb febr februar feber février févr fév febrero fevereiro fev febbraio febb febrer
	februari lutego luty února únor úno február februára февраля февраль фев февр лютого лютий лют
	февруари şubat şub helmikuu helmikuuta helmik februarie φεβρουαρίου φεβρουάριος φεβ φεβρ
	फरवरी फ़रवरी फर شباط فبراير فيفري פברואר בפברואר`,
	`march mar märz mrz mär maerz mars marzo março marzec març maart mrt marca marz března březen bře
	marec марта март мар березня березень бер mart marts maaliskuu maaliskuuta maalisk március márc martie
	μαρτίου μάρτιος μαρ μάρ μαρτ maret मार्च آذار اذار مارس מרץ מרס במרץ במרס`,
	`april apr avril avr abril abr aprile kwietnia kwiecień kwiec duben dubna apríl apríla
	апреля апрель апр квітня квітень квіт кві април nisan nis huhtikuu huhtikuuta huhtik április ápr aprilie
	απριλίου απρίλιος απρ अप्रैल अप्रै نيسان أبريل إبريل افريل אפריל באפריל`,
	`may mai mayo maio maggio magg maig mei maja maj květen května kvě máj mája мая май травня травень трав тра
	mayıs toukokuu toukokuuta toukok május máj μαΐου μάιος μαι मई أيار ايار مايو ماي מאי במאי`,
	`june jun juni juin junio junho giugno juny czerwca czerwiec czerw červen června čvn jún júna
	июня июнь июн червня червень черв чер юни haziran haz kesäkuu kesäkuuta kesäk június iunie
	ιουνίου ιούνιος ιουν ιούν जून حزيران يونيو يونيه جوان יוני ביוני`,
	`july jul juli juillet juil julio julho luglio juliol lipca lipiec červenec července čvc júl júla
	июля июль июл липня липень лип юли temmuz heinäkuu heinäkuuta heinäk július iulie
	ιουλίου ιούλιος ιουλ ιούλ जुलाई जुल تموز يوليو يوليه جويلية יולי ביולי`,
	`august aug août aout agosto agost augustus sierpnia sierpień sierp srpen srpna srp augusta
	августа август авг серпня серпень серп сер ağustos ağu augusti elokuu elokuuta elok augusztus
	αυγούστου αύγουστος αυγ agustus agt agu अगस्त अग آب اب أغسطس اوت غشت אוגוסט באוגוסט`,
	`september sep sept septembre septiembre setiembre septembro setembro settembre sett setembre
	wrzesień września wrzes wrz září zář septembra сентября сентябрь сен сент вересня вересень вер верес
	септември септ eylül eyl syyskuu syyskuuta syysk szeptember szept septembrie σεπτεμβρίου σεπτέμβριος σεπ σεπτ
	सितंबर सितम्बर सित أيلول ايلول سبتمبر شتنبر ספטמבר בספטמבר`,
	`october oct oktober okt octobre octubre outubro ottobre ott october październik października paźdz paź
	říjen října říj október októbra oktobra октября октябрь окт жовтня жовтень жовт жов октомври ekim eki
	lokakuu lokakuuta lokak octombrie οκτωβρίου οκτώβριος οκτ अक्टूबर अक्तूबर अक्टू أكتوبر
	אוקטובר באוקטובר`,
	`november nov novembre noviembre novembro listopad listopada listop novembra ноября ноябрь ноя нояб
	листопада листопад лист лис ноември kasım marraskuu marraskuuta marrask noiembrie noi
	νοεμβρίου νοέμβριος νοε νοέ नवंबर नवम्बर नव نوفمبر נובמבר בנובמבר`,
	`december dec dezember dez décembre déc diciembre dic dezembro dicembre desembre grudnia grudzień grudz
	prosinec prosince decembra декабря декабрь дек грудня грудень груд гру декември aralık desember des
	joulukuu joulukuuta jouluk decembrie δεκεμβρίου δεκέμβριος δεκ disember दिसंबर दिसम्बर दिस
	ديسمبر דצמבר בדצמבר`,
}

// commonWordMonths are abbreviated months that are common words, names or
// product names elsewhere ("8 out of 10", "iPhone 14 Pro 2025", "3 days ago").
// A line is read with them only in their own languages.
var commonWordMonths = []struct {
	names string
	month int
	langs string
}{
	{"led", 1, "cs"},
	{"sty", 1, "pl"},
	{"oca", 1, "tr"},
	{"gen", 1, "it ca"},
	{"ian", 1, "ro"},
	{"lut", 2, "pl"},
	{"mac", 3, "ms"},
	{"dub", 4, "cs"},
	{"kwi", 4, "pl"},
	{"mag", 5, "it"},
	{"cze", 6, "pl"},
	{"giu", 6, "it"},
	{"iun", 6, "ro"},
	{"lip", 7, "pl"},
	{"lug", 7, "it"},
	{"iul", 7, "ro"},
	{"tem", 7, "tr"},
	{"ago", 8, "es pt it ca gl"},
	{"ogos", 8, "ms"},
	{"sie", 8, "pl"},
	{"set", 9, "pt it ca gl"},
	{"out", 10, "pt gl"},
	{"kas", 11, "tr"},
	{"lis", 11, "pl cs"},
	{"ara", 12, "tr"},
	{"gru", 12, "pl"},
	{"pro", 12, "cs"},
}

// eras give the year before the first one of an era: Japan's since 1926, and
// the Republic's in Taiwan.
var eras = []struct {
	names  string
	before int
}{
	{"令和", 2018},
	{"平成", 1988},
	{"昭和", 1925},
	{"民國 民国", 1911},
}

// pairedMonths are the Levantine months of two words: the first word, and the
// month where the second is "first" and where it is "second".
var pairedMonths = []struct {
	name          string
	first, second int
}{
	{"تشرين", 10, 11},
	{"كانون", 12, 1},
}

// roleWords are the other words of a printed date.
var roleWords = []struct {
	role  role
	names string
}{
	{roleWeekday, `monday tuesday wednesday thursday friday saturday sunday mon tue tues wed weds thu thur thurs fri sat sun
	montag dienstag mittwoch donnerstag freitag samstag sonnabend sonntag mo di mi do fr sa so
	lundi mardi mercredi jeudi vendredi samedi dimanche lun mer jeu ven sam dim
	lunes martes miércoles jueves viernes sábado domingo mar mié jue vie sáb dom
	segunda terça quarta quinta sexta seg ter qua qui sex lunedì martedì mercoledì giovedì venerdì sabato domenica gio sab
	dilluns dimarts dimecres dijous divendres dissabte diumenge
	maandag dinsdag woensdag donderdag vrijdag zaterdag zondag ma wo vr za zo
	poniedziałek wtorek środa czwartek piątek sobota niedziela pon wt śr czw pt sob nd niedz
	pondělí úterý středa čtvrtek pátek neděle po út st čt pá ne pondelok utorok streda štvrtok piatok nedeľa
	понедельник вторник среда четверг пятница суббота воскресенье пн вт ср чт пт сб вс
	понеділок вівторок середа четвер пʼятниця пятниця субота неділя нд
	понеделник сряда четвъртък петък събота неделя
	pazartesi salı çarşamba perşembe cuma cumartesi pazar pzt sal çar per cum cmt paz
	måndag tisdag onsdag torsdag fredag lördag söndag mån tis ons tors fre lör sön
	mandag tirsdag lørdag søndag man tir tor lør søn
	maanantai tiistai keskiviikko torstai perjantai lauantai sunnuntai
	maanantaina tiistaina keskiviikkona torstaina perjantaina lauantaina sunnuntaina ti ke pe la su
	hétfő kedd szerda csütörtök péntek szombat vasárnap
	luni marți miercuri joi vineri sâmbătă duminică
	δευτέρα τρίτη τετάρτη πέμπτη παρασκευή σάββατο κυριακή δευ τρι τετ πεμ παρ σαβ κυρ
	senin selasa rabu kamis jumat sabtu minggu ahad isnin khamis jumaat
	सोमवार मंगलवार बुधवार गुरुवार शुक्रवार शनिवार रविवार सोम मंगल बुध गुरु शुक्र शनि रवि
	الاثنين الإثنين الثلاثاء الأربعاء الخميس الجمعة السبت الأحد اثنين ثلاثاء اربعاء خميس جمعة سبت احد
	thứ chủ cn
	月曜日 火曜日 水曜日 木曜日 金曜日 土曜日 日曜日 月曜 火曜 水曜 木曜 金曜 土曜 日曜 月 火 水 木 金 土 日
	星期一 星期二 星期三 星期四 星期五 星期六 星期日 星期天 周一 周二 周三 周四 周五 周六 周日
	週一 週二 週三 週四 週五 週六 週日
	월요일 화요일 수요일 목요일 금요일 토요일 일요일 월 화 수 목 금 토 일`},
	{roleWeekdayTail, `feira hai ba tư năm sáu bảy nhật`},
	{roleAM, `am πμ öö صباحا ص sáng पूर्वाह्न`},
	{rolePM, `pm μμ ös مساء م chiều अपराह्न`},
	{roleAMLetter, `a π`},
	{rolePMLetter, `p μ`},
	{roleMLetter, `m μ`},
	{roleAM | rolePrefix, `午前 上午 凌晨 早上 清晨 오전 सुबह`},
	{rolePM | rolePrefix, `午後 下午 오후 शाम`},
	{roleOf, `of de del do d da dei`},
	{roleLead, `on the le am den der el il lo ngày dia día em op dnia dne pada vom du om від от на في يوم`},
	{roleAt, `at um à a às as la las alle all ore ora le om kl klo klockan kello godz godzina o v ve
	в о об saat στις ώρα pukul jam pk lúc को पर الساعة t`},
	{roleHour, `h u uhr बजे ч giờ g 時 时 點 点 시`},
	{roleMinute, `min m 分 분 phút`},
	{roleSecond, `s 秒 초`},
	{roleClockTail, `uhr h hs hrs hours u uur बजे ч 整 horas giờ`},
	{roleOrdinal, `st nd rd th er re e eme º ª o го ое е ho η ης i`},
	{roleYearTail, `г года год р року рік r roku yılı`},
	{roleYear, `年 년`},
	{roleMonth, `月 월`},
	{roleDay, `日 号 號 일`},
	{roleMonthBefore, `tháng`},
	{roleYearBefore, `năm`},
	{roleFirstYear, `元`},
	{rolePairFirst, `الأول`},
	{rolePairSecond, `الثاني`},
}
