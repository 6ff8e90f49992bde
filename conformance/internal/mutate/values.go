package mutate

import (
	"maps"
	"math/rand/v2"
	"regexp"
	"slices"
	"strings"
)

// pool has texts of one meaning: such as are good where that meaning is asked for, and such as are good elsewhere, or nearly.
type pool struct{ good, odd []string }

func words(text string) []string { return strings.Fields(text) }

func lines(text string) []string { return strings.Split(strings.Trim(text, "\n"), "\n") }

// long makes texts whose length is a limit, or beside it. Limits count bytes, or characters.
func long(lengths ...int) (texts []string) {
	for _, n := range lengths {
		texts = append(texts, strings.Repeat("a", n), strings.Repeat("a", n+1), strings.Repeat("é", n/2), strings.Repeat("é", n/2+1), strings.Repeat("é", n))
	}
	return texts
}

// oddTexts mean nothing in particular.
var oddTexts = append(append(words(`* a* *a ** *.a a.* *- -* a/b / // a/ /a -a a- A A.B a.b a..b . .. .a a. _ a_b _a ~ ~/a % %% %A %A% %A(b)% %A([])%
	{ } {} {*} {**} /{*}/{**} [ ] ( ) ( a{ x{1001} \ \\ | ^ $ é ü 日本語 עברית اردو हिन्दी ไทย 😀 xn--bcher-kva.example bücher.example ٣ １２ ⅷ İ ı ß ǆ ﬁ
	0 00 1 -1 +1 1.5 1e3 0x10 0o7 1_000 12:30 2001-01-01 true false yes null NaN .inf = << ? - : # @ & ! ' " a'b a"b a:b a,b a;b a=b a#b a@b a?b a&b`),
	"", " ", "  ", " a", "a ", "a b", "\n", "a\n", "\na", "\t", "a\tb", "\r", "a\r\nb", "\x00", "a\x00b", "\x1f", "\x7f", "\u0085", "\u00a0", "\u200b", "\u2028", "\ufeffa",
	"a: b", "- a", "# a", "{{ .Values.a }}", "${a}", "$(HOST_IP)", "a\u0301", "\U000e0001", "\ufffd"), long(62, 63, 64, 252, 253, 255, 256, 320, 1024, 2048)...)

// veryLong texts are asked for seldom.
var veryLong = []string{
	strings.Repeat("a", 65536), strings.Repeat("a", 65537), strings.Repeat("é", 32768), strings.Repeat("a", 102400), strings.Repeat("a", 102401),
	strings.Repeat("a", 1<<20), strings.Repeat("a", 1<<20+1), strings.Repeat("a.", 200000), strings.Repeat("(", 50000), strings.Repeat("/", 100000), strings.Repeat("é", 500000),
}

// plains are scalars that are written without quotes.
var plains = words(`y Y n N yes Yes YES no on ON off true True TRUE tRue false ~ null Null NULL 0123 0o17 0x1F 0b11 089 1_000 1e3 1E3 1e400 1. .5 +1 -0 +0 0.0 1.0 1.50
	12:30 12:30:45 1:1.5 .inf -.inf .NaN .nan 2001-12-14 2001-12-14t21:59:43.10-05:00 = 9223372036854775807 9223372036854775808 18446744073709551615 18446744073709551616
	1e-7 123456789012345678901234567890 0.1e1 -1e-400 4294967296 -2147483649 2147483648 a 5s 1h30m a/b *.com &a @a %a a:b a,b !!str !a 0. 00 -01 1__0 _1 1_ 0x 0xg 0o8 0b2 +.5 -.5 .5e1 5e 1e+ 1e+3 ._5 1.e2 +0x1F -0x1F -0b1 -0o7 1.5_0 0X1f 0O17 0B11 0x_1 0x_ -_1 0_7 1_e3 1e400 -1e400 1e308 1e309 .5_0 0b_1 0o_7 00x1 0xFFFFFFFFFFFFFFFF 0xFFFFFFFFFFFFFFFFF -9223372036854775808 -9223372036854775809 +9223372036854775808 1,0 1e1_0 9007199254740993.0`)

var plainSentences = []string{"!!str 1", "!!int 1", `!!int "1"`, "!!float 1", "!!bool true", `!!null ""`, "!!binary aGk=", "!foo a", "&a b", "| \n    a", "a b c", "'a'", "'a''b'", `"\x41"`, `"\u00e9"`, `"a\
      b"`, "[1, 2]", "{a: 1}", "[]", "{}", "[a:]", "{a}", "!!set {a}", "!!timestamp 2001-12-14", "!!timestamp a", "!!timestamp 2001-02-30", "!!timestamp 2001-1-1 1:1:1", "!!int 1.5", "!!float 1", `!!float "1.5"`, "!!bool yes", `!!bool "no"`, "!!bool 1", "!!null a", "!!null ~", `!!str null`, "!!binary a", "!!binary /w==", "!!seq a", "!!map [a]", "!!seq {a: b}", "!<tag:yaml.org,2002:str> 1", "!<a> 1", "!x!y a", "! 1", `! "a"`, "!!foo 1", "", "# a"}

var integers = []int64{-9223372036854775808, -2147483649, -2147483648, -1, 0, 1, 2, 3, 5, 10, 15, 16, 63, 80, 99, 100, 101, 199, 200, 201, 299, 300, 301, 399, 400, 404, 443, 503, 599, 600, 601,
	1000, 1023, 1024, 8080, 15006, 65534, 65535, 65536, 65537, 1000003, 5000010, 5000011, 2147483647, 2147483648, 4294967295, 4294967296, 9223372036854775807}

var numbers = []float64{-1, -0.0001, 0, 0.00001, 0.0001, 0.00011, 0.5, 1, 1.5, 50, 99.9999, 100, 100.0001, 101, 1e10, 1e300, 4294967295.5, 1e-320}

var pools = map[string]pool{
	"host": {words(`reviews reviews.default.svc.cluster.local a.example.com *.example.com ratings.prod b.com *.b.com foo.bar.com`),
		words(`* *.com *a.com *-a.com a.*.com a*.com 1.2.3.4 1.2.3.4. ::1 2001:db8::1 10.0.0.0/8 ns/a.com ./a.com */a.com ns/* */* ~/* ~/a.com ~ns/a.com ns/a ns/ /a a. a.. . *. -a.com a-.com a_b.com A.COM
			123 a.123 a.99999999999999999999 a.9223372036854775807 a.9223372036854775808 a.+1 a.007 outbound_.80_._.a.com outbound_.80_.v1_.reviews.default.svc.cluster.local outbound_.x_._.a outbound_.80_._.1 outbound_80
			bücher.example xn--bcher-kva.example mesh localhost a.com:80 http://a.com *.*.com **.com *foo *.a *.co a.c *.svc.cluster.local`)},
	"nshost":   {words(`./* */* default/* ns/a.example.com ./reviews.default.svc.cluster.local */b.com ns/*.b.com ~/*`), words(`* a.com ns/a ns/1.2.3.4 */*foo.com ~ns/*.a.com ~./* ~*/* ~~/* ns/ / /* ns//a.com ns/a.com/b -ns/a.com NS/a.com ns/* ns1/a.com ./a.com default/a.com istio-system/* bad_ns/*.com`)},
	"gateway":  {words(`mesh ns/gw my-gateway default/my-gateway`), words(`ns/ /gw ns/gw/x gw.ns gw.ns.svc.cluster.local a_b ns/a_b ns/a.b */gw ./gw ns./gw Mesh . a..b mesh/mesh *`)},
	"exportTo": {words(`. * ns1 default`), words(`~ ** a_b NS a.b ./ ./* -a istio-system`)},
	"address": {words(`1.2.3.4 10.0.0.1 2001:db8::1 a.example.com unix:///var/run/a.sock unix://@abc`),
		words(`:: ::1 010.0.0.1 1.2.3 1.2.3.4.5 256.1.1.1 1.2.3.4/32 fe80::1%eth0 fe80::1% ::ffff:1.2.3.4 ::ffff:1.2.3.4%a [::1] 1.2.3.4:80 unix:// unix://a unix:///a/ unix:///  unix://@ unix:///@ UNIX:///a *.a.com localhost a_b 1.2.3.4. 0.0.0.0 127.0.0.1 1:2:3:4:5:6:7:8 1:2:3:4:5:6:7:8:9 1::2::3 : ::: 1:2:3:4:5:6:7:: ::1.2.3 ::1.2.3.04 12345:: g::`)},
	"subnet": {words(`10.0.0.0/8 1.2.3.4 2001:db8::/32 0.0.0.0/0 1.2.3.4/32`),
		words(`10.0.0.0/33 10.0.0.0/08 10.0.0.0/ /8 10.0.0.0/-1 10.0.0.0/+8 10.1.2.3/8 ::/0 ::/129 fe80::1%a/64 fe80::1%eth0 a/b/c 10.0.0.0/8/8 010.0.0.0/8 10.0.0/8 ::ffff:1.2.3.4/96 * a.com 10.0.0.0/٨ 1.2.3.4/0 1.2.3.4/00 ::ffff:1.2.3.4/128 1.2.3.4/1 10.0.0.0/008 fe80::%/10 ::1/128 ::/0/0 1.2.3.4/32/ 0x1.2.3.4 1.2.3.4% ::1% [::1]/128 1:2:3:4:5:6:1.2.3.4/0 ::1.2.3.4/128 2001:DB8::/32`)},
	"duration": {words(`1s 30s 100ms 1h30m 1.5s 5m 1ms 0.5s`),
		words(`0s 0 -5s -1ms 1ns 999us 1500us 1.0005s 1us 1µs 1μs 1000us 1d 10 5.s .5s +5s 1h1h 292y 9223372036854775807ns 9223372036854775808ns 2562047h47m16.854775807s 2562047h47m16.854775808s 1e3s 1S 5 5sec 1,5s -0s -0 +0 00s 0.0s s .s -s 1s1 0.000000001s 0.0000000001s 315576000000s 315576000001s 2562048h 1m0.001s 0x1s 1_0s 500us 1h-1m 1.s 1m1h --1s 1s. ١s 1.0000000001s 9223372036s 9223372037s 1e-3s 1ms1 0h 0x10s 1h1.5m1s 1.5h 24h 1w 1H 1Ms +1s 1s1ms 0.0009999s 1.0001ms 999.999ms 1000us 1000000ns 999999ns 1001us 315576000000.000000001s -500us 1000000h 0.001s 1.001s 999999999h 9999999999999999999s`)},
	"portname":   {words(`http tcp https grpc http-web mongo tls-a`), words(`HTTP a_b a.b -a a- http1234567890123456789 1 80 ٣`)},
	"protocol":   {words(`HTTP TCP HTTPS GRPC HTTP2 TLS MONGO`), words(`http tcp UDP udp grpc-web GRPC-WEB HTTP_PROXY MYSQL redis HBONE DoubleHBONE SCTP Tls https Http2 tls mysql http/2 HTTP3`)},
	"name":       {words(`v1 v2 a my-name default foo`), words(`A a_b a.b -a a- v1.2 v/1 * a/b`)},
	"labelkey":   {words(`app version app.kubernetes.io/name istio.io/rev topology.kubernetes.io/zone`), words(`a/b/c /a a/ A.B/c -a a- a_b _a a_ * a* a..b/c a-/b A/b a.b./c .a/b ä app.kubernetes.io/ kubernetes.io/a.b_c-d`)},
	"labelvalue": {words(`reviews v1 a.b_c-d`), words(`-a a- _a a. * a* ä`)},
	"header": {words(`x-user cookie end-user :authority :method @request.auth.claims.sub X-A`),
		words(`:path :scheme :status :foo : host Host HOST :AUTHORITY x_y x,y x+y x.y x:y x(y @request.auth.claims @request.auth.claims. @request.auth.claims[a] @request.auth.claims[] @request.auth.claims[] @REQUEST.auth.Claims.x @request.auth.claimsx @request.auth.claims[a][b] @request.auth.claims[a * ** x-* !#$%&'*+-.^_|~` + "`" + `) x/y x=y x"y [x]`)},
	"headervalue": {append(words(`a 100%% %HOSTNAME% %REQ(x-a)% %DOWNSTREAM_REMOTE_ADDRESS% text/html`), "a b", `%X(["a", "b"])%`),
		append(words(`% %% %%% a% %A %A%% %A(% %A()% %A(b% %A(b)x% %X([])% %X([a])% %X(\)% %X(a\)% %X(a\)b)%`), `%X(["a" "b"])%`, `%X(["a",])%`, `%X( ["a"] ) %`, `%X( [ "a" , "b" ] ) %`, "a\x00", "a\nb", "a\tb", "a\x7f", "%\"%", `%X(["a\"b"])%`, `%X(["a"]x)%`, `%X(["a"`, `%X(["a"]`)},
	"path": {words(`/ /a /a/b /api/v1 /a.html /login`), append(words(`a /{*} /{**} /{*}/b /{**}/b /a/{**} /{**}/{*} /{**}/{**} /{a} /a{*} /{*}a /* /a/* *a /a//b //{*} /{*}// /{*}/%20 /{*}/é /{*}/a?b /{*}/a#b /{*}/{ /{ /} {*} {**} /{*}/a.-_~%!$&'()+,;:@= /a?b=c`), "/a b", "/{*}/a b", "/{*}/\n")},
	"regex": {words(`.* a+ ^/api/v[0-9]+$ (a|b)* [a-z]+ \d+ (?i)abc v1.*`),
		words(`* ( ) [ ] { } a{ a{1} a{1,2} a{2,1} a{,5} a{1001} a{1000} (a{100}){11} (a{10}){10} a** a*+ a*? a++ (?=a) (?!a) (?<=a) (?>a) (?P<n>a) (?<n>a) (?P<n>a)(?P<n>b) (?<n>a)(?P<n>b) (?P<1>a) (?P<n-m>a) (?:a) (?i:a) (?x)a (?s)a (?U)a (?-s)a (?u)a (?is-U:a) (?i (?i-) (?--i) (?
			\1 \8 \k<n> \Z \z \A \G \R \h \H \X \e \cA \N{a} \u00e9 \x41 \x{10ffff} \x{110000} \x{} \x \xg \p{Greek} \p{greek} \p{Alpha} \p{IsGreek} \p{L} \pL \p{^L} \PL \p{Lu} \p{Foo} \pN \pX \p \p{ \p{Cyrillic} \p{Han} \p{Latin} \p{Any} \p{ASCII} \P{^Greek} \p{Lowercase_Letter} \p{Zs} \p{Cn} \p{LC} \p{Kawi} \p{Nag_Mundari} \p{Old_Italic} \p{SignWriting} \p{Phags_Pa} \p{nko} \p{N_ko} \p{G-reek} [\é] \p{ſora} [\p{Old_Italic}] \p{^Old_Italic} \pé \Q\é\E \p{Hiragana} \p{sc=Greek}
			\Q(\E \Qa\Eb \Q \E \Q\ [a&&b] [[a]] [[:alpha:]] [[:foo:]] [[:^alpha:]] [:alpha:] [^a] [^] [] [a-z&&[b]] [z-a] [a-\d] [\d-z] [a-] [-a] [a\] [\Q] [\pL] [\p{Greek}] [\p{Foo}] [[:word:]] [\x{1F600}] [] [a]] []a] [^]a] [a-b-c] [\b] [\B] [--a] [+--]
			\y \C \0 \00 \01 \07 \08 \012 \123 \777 \9 \a \f \t \n \r \v \b \B \. \- \_ \é \/ \" x{2}{3} (x{2}){3} x{0} x{0,0} x{1,} x{1000,} x{1001,} x{1,1001} x{-1} x{01} x{1,2,3} a|b |a a| | || () (|a) (a|) ^* $* ^+ (^)* \b+ (?i)* a{2}* a*{2} a{2}? a?? a?{2} (?:a{2}){501} ((a{10}){10}){10} ((a{10}){10}){11} (a{0,500}){2} (a{0,500}){3} (((a{2}){2}){2}){126} (a*){1000} (a?){1001} (|a){1000} a{1000}b{1000}c{1000}
			.{1,1000} (.{1,500}){2} ((((((((((a)))))))))) é+ 日本 😀* (?#c) (?'n'a) (?|a) (*a) *a +a ?a {1}a (?i){2} (?:){2} (?i)a{ {a} {1 {1,2 {,} {} a{a} a{1,a} a{1;2} \{1} \{ }`),
	},
	"number":    {words(`80 443 8080 0`), words(`65535 65536 -1 +80 080 80-90 * 99999999999999999999 ٣ 0x50 1e3 80. 000000000000000000000080`)},
	"ip":        {words(`1.2.3.4 10.0.0.0/8 2001:db8::1 ::/0`), words(`1.2.3 a 1.2.3.4/33 1.2.3.4/8/8 fe80::1%a fe80::1%a/64 010.1.1.1 ::ffff:1.2.3.4 1.2.3.4/08 * 10.*`)},
	"principal": {words(`cluster.local/ns/default/sa/sleep * */sa/a a/*`), words(`** *a* spiffe://a/b`)},
	"namespace": {words(`default istio-system ns1 prod-*`), words(`* a_b a.b A -a ns/a`)},
	"account":   {words(`default/sleep sleep ns1/a`), words(`a/b/c /a a/ / * ns/* a*`)},
	"trust":     {words(`cluster.local *.local td.* *`), words(`*a* ** a*b a/b */b a**`)},
	"method":    {words(`GET POST PUT DELETE`), words(`get * FOO HEAD PATCH CONNECT OPTIONS TRACE Get`)},
	"when": {words(`request.headers[x] source.ip source.namespace request.auth.claims[iss] destination.port source.principal connection.sni remote.ip request.auth.principal`),
		words(`source.serviceAccount source.trustDomain destination.ip request.auth.audiences request.auth.presenter request.headers request.headers[] [a] request.headersfoo[bar] request.headers[a request.headers[a]b request.headers[[a]] request.headers[]] request.headers[][a] request.auth.claims request.auth.claims[a][b] request.auth.claims[a]. experimental.envoy.filters.a[b] experimental.envoy.filters. experimental.envoy.filters.[b] destination.namespace destination.labels[a] destination.name destination.user source.labels[a] Source.ip source.ip. request.auth. request.auth.foo request.path source.user`)},
	"retryOn": {words(`5xx gateway-error,reset 503 connect-failure,refused-stream,503 retriable-status-codes`),
		append(words(`5xx, ,5xx 5xx,,503 599 419 306 +503 0503 -503 100 103 104 200 208 209 226 300 305 307 308 418 421 426 427 428 431 451 508 509 510 511 512 99999999999999999999 unavailable cancelled Cancelled reset-before-request http3-post-connect-failure envoy-ratelimited foo 9223372036854775808 00000000000000000000000000503 ٥٠٣`), "5xx, reset", " 5xx", "5xx\n")},
	"status": {words(`UNAVAILABLE OK INTERNAL`), words(`ok unavailable 14 UNKNOWN CANCELLED CANCELED UNAUTHENTICATED DATA_LOSS FOO`)},
	"url": {words(`https://a.com/jwks.json http://localhost:8080/x oci://ghcr.io/a/b:1 file:///a.wasm https://a.com/a.wasm`),
		append(words(`a.com a/b /a ./a a:b a: :a :// http:// http:/ http: https:/// HTTP://a.com ftp://a.com http://a:b/ http://a:80 http://a: http://a:99999 http://a:-1 http://a:+1 http://:80 http://[::1]:80/ http://[::1 http://::1 http://[fe80::1%25eth0]/ http://[fe80::1%eth0]/ http://[a]/ http://[]/ http://[::1]a/ http://a%zz http://a/%zz http://a/%41 http://%41.com http://%zz.com http://a.com/%
			http://a@b http://a:b@c http://a:%zz@c http://a@b@c http://[@a http://a?b http://a#b http://a/?%zz http://a/#%zz http://a/#%41 http://a_b.com http://é.com http://a.com/é http://a"b http://a<b> http://a|b http://a^b http://a\b http://a.com\b //a.com //a:b/ //a b ?a #a * http://* http://*.a.com localhost:5000/x 1.2.3.4:80/x foo.com:8080/bar sha256:abc registry/foo:latest a-b+c.d://x 1a://x -a://x é://x a_b://x mailto:a@b data:,a oci:/a oci:a file:a file:/a file://a/b file://host:80/a http:a http:a/b https:a b:c/d c://d:e/f javascript:alert(1) http://a.com:80:80/ http://a,b http://a;b http://a=b http://a!b http://a'b http://(a) http://a/[b] http://a/{b} http://a/b|c http:///a https://?x https:#x http://a/b#c#d http://a/b?c?d http://%5B http://a%2fb http://a%20b http://a%25b http://a%00 http://a/%00 h http https ../a http://[::1%25]/ http://[1.2.3.4]/ http://[::ffff:1.2.3.4]/ http://[v1.a]/ http://a.com/%e9 http://a%e9.com http://[::%zz]/ http://[::1]:a/`),
			"http://a b", "http://a/b c", "http://a/b\tc", " http://a", "http://a ", "http://a\n", "http://a\x7f", "http ://a", "ht tp://a", "http://x:port/", "https://a.com/ b", "http://a:8 0", "http://[::1 ]/", "\x00", "a b", "/a b", "http://a/?b c", "http://a/#b c", "http://a b@c/", "http://a/\u0085")},
	"jwks": {lines(`{"keys":[]}
{"keys":[{"kty":"RSA","e":"AQAB","n":"xAE7eB6qugXyCAG3yhh7pkDkT65pHymX"}]}
{"keys":[{"kty":"EC","crv":"P-256","x":"MKBCTNIcKUSDii11ySs3526iDZ8AiTo7Tu6KPAqv7D4","y":"4Etl6SRW2YiLUrN5vfvVHuhp7x8PxltmWWlbbM4IFyM","kid":"a","use":"sig","alg":"ES256"}]}`),
		lines(`{}
[]
null
""
1
{
{"keys":null}
{"keys":{}}
{"keys":[null]}
{"keys":[{}]}
{"keys":[1]}
{"keys":["a"]}
{"keys":[{"kty":"foo"}]}
{"keys":[{"kty":1}]}
{"keys":[{"kty":"oct","k":"AQAB"}]}
{"keys":[{"kty":"oct","k":""}]}
{"keys":[{"kty":"oct"}]}
{"kty":"oct","k":"AQAB"}
{"kty":"RSA","e":"AQAB","n":"xAE7eB6qugXyCAG3yhh7pkDkT65pHymX"}
{"keys":[{"kty":"RSA","e":"AQAB"}]}
{"keys":[{"kty":"RSA","e":"AQAB","n":""}]}
{"keys":[{"kty":"RSA","e":"AQAB","n":null}]}
{"keys":[{"kty":"RSA","e":"AQAB","n":"a"}]}
{"keys":[{"kty":"RSA","e":"AQAB","n":"a=="}]}
{"keys":[{"kty":"RSA","e":"AQAB","n":"YQ=="}]}
{"keys":[{"kty":"RSA","e":"AQAB","n":"+/+/"}]}
{"keys":[{"kty":"RSA","e":"AQAB","n":"-_-_"}]}
{"keys":[{"kty":"RSA","e":"AQAB","n":"+_+_"}]}
{"keys":[{"kty":"RSA","e":"AQAB","n":"é"}]}
{"keys":[{"kty":"RSA","e":"AQAB","n":"xAE7","d":"AQAB"}]}
{"keys":[{"kty":"RSA","e":"AQAB","n":"xAE7","d":"AQAB","p":"AQAB","q":"AQAB","dp":"AQAB","dq":"AQAB","qi":"AQAB"}]}
{"keys":[{"kty":"RSA","e":"AQAB","n":"xAE7","d":null}]}
{"keys":[{"kty":"RSA","e":"AQAB","n":"xAE7","d":""}]}
{"keys":[{"kty":"RSA","e":"AQAB","n":"xAE7","d":1}]}
{"keys":[{"kty":"RSA","e":"AQAB","n":"xAE7","p":"AQAB"}]}
{"keys":[{"kty":"RSA","e":"AQAB","n":1}]}
{"keys":[{"kty":"RSA","e":65537,"n":"xAE7"}]}
{"keys":[{"kty":"RSA","e":"AQAB","n":"xAE7","kid":1}]}
{"keys":[{"kty":"RSA","e":"AQAB","n":"xAE7","kid":null}]}
{"keys":[{"kty":"RSA","e":"AQAB","n":"xAE7","alg":"foo"}]}
{"keys":[{"kty":"RSA","e":"AQAB","n":"xAE7","use":"foo"}]}
{"keys":[{"kty":"RSA","e":"AQAB","n":"xAE7","use":1}]}
{"keys":[{"kty":"RSA","e":"AQAB","n":"xAE7","key_ops":["verify"]}]}
{"keys":[{"kty":"RSA","e":"AQAB","n":"xAE7","key_ops":["foo"]}]}
{"keys":[{"kty":"RSA","e":"AQAB","n":"xAE7","key_ops":"verify"}]}
{"keys":[{"kty":"RSA","e":"AQAB","n":"xAE7","key_ops":["verify","verify"]}]}
{"keys":[{"kty":"RSA","e":"AQAB","n":"xAE7","x5c":[]}]}
{"keys":[{"kty":"RSA","e":"AQAB","n":"xAE7","x5c":["a"]}]}
{"keys":[{"kty":"RSA","e":"AQAB","n":"xAE7","x5c":"a"}]}
{"keys":[{"kty":"RSA","e":"AQAB","n":"xAE7","x5u":1}]}
{"keys":[{"kty":"RSA","e":"AQAB","n":"xAE7","x5u":"http://a"}]}
{"keys":[{"kty":"RSA","e":"AQAB","n":"xAE7","x5t":"AQAB"}]}
{"keys":[{"kty":"RSA","e":"AQAB","n":"xAE7","x5t#S256":1}]}
{"keys":[{"kty":"RSA","e":"AQAB","n":"xAE7","foo":[{}]}]}
{"keys":[{"kty":"RSA","kty":"EC","e":"AQAB","n":"xAE7"}]}
{"keys":[{"kty":"EC","crv":"P-256","x":"AQAB"}]}
{"keys":[{"kty":"EC","crv":"P-256","x":"AQAB","y":"AQAB"}]}
{"keys":[{"kty":"EC","crv":"P-999","x":"AQAB","y":"AQAB"}]}
{"keys":[{"kty":"EC","crv":"","x":"AQAB","y":"AQAB"}]}
{"keys":[{"kty":"EC","crv":1,"x":"AQAB","y":"AQAB"}]}
{"keys":[{"kty":"EC","crv":"secp256k1","x":"AQAB","y":"AQAB"}]}
{"keys":[{"kty":"EC","crv":"P-256","x":"AQAB","y":"AQAB","d":"AQAB"}]}
{"keys":[{"kty":"OKP","crv":"Ed25519","x":"11qYAYKxCrfVS_7TyWQHOg7hcvPapiMlrwIaaPcHURo"}]}
{"keys":[{"kty":"OKP","crv":"Ed25519","x":"AQAB"}]}
{"keys":[{"kty":"OKP","crv":"Ed448","x":"AQAB"}]}
{"keys":[{"kty":"OKP","crv":"X25519","x":"AQAB","d":"AQAB"}]}
{"keys":[{"kty":"OKP","crv":"Ed25519"}]}
{"keys":[{"kty":"oct","k":"a b"}]}
{"keys":[{"kty":"oct","k":"AQAB","d":"AQAB"}]}
{"keys":[{"KTY":"oct","k":"AQAB"}]}
{"Keys":[{"kty":"oct","k":"AQAB"}]}
{"keys":[{"kty":"RSA","kty":"oct","k":"AQAB"}]}
{"keys":[{"kty":"oct","kty":"oct","k":"AQAB"}]}
{"keys":[{"kty":"oct","KTY":"RSA","e":"AQAB","n":"xAE7","k":"AQAB"}]}
{"keys":[{"KTY":"RSA","kty":"oct","k":"AQAB"}]}
{"keys":[{"kty":null,"KTY":"oct","k":"AQAB"}]}
{"keys":[{"KTY":1,"kty":"oct","k":"AQAB"}]}
{"keys":[{"kty":"RSA","e":"AQAB","n":"xAE7","D":"AQAB"}]}
{"keys":[{"kty":"RSA","e":"AQAB","n":"xAE7","D":"AQAB","d":"AQAB"}]}
{"keys":[{"kty":"RSA","e":"AQAB","n":1,"n":"xAE7"}]}
{"keys":[{"kty":"RSA","e":"AQAB","N":"xAE7"}]}
{"keys":[{"kty":"RSA","e":"AQAB","n":"xAE7","kid":1,"kid":"a"}]}
{"keys":[{"kty":"RSA","e":"AQAB","n":"xAE7","KID":1}]}
{"keys":[{"kty":"foo"}],"keys":[]}
{"keys":[],"keys":[{"kty":"oct","k":"AQAB"}]}
{"keys":[],"keys":1}
{"keys":null,"keys":null}
{"\u006beys":[{"\u006bty":"oct","k":"AQAB"}]}
{"keys":[{"Kty":"oct","k":"AQAB"}]}
{"KTY":"oct","k":"AQAB"}
{"keys":[],"kty":"oct","k":"AQAB"}
{"keys":[],"foo":1}
{"keys":[]} 
{"keys":[]}x
{"keys":[]}{}
{"keys":[],}
{'keys':[]}
{"keys":[{"kty":"RSA","e":"AQAB","n":"xAE7"},{"kty":"foo"}]}
{"keys":[{"kty":"oct","k":"AQAB"},{"kty":"oct","k":"AQAB"}]}
{"keys":[/*a*/]}
{"keys":[NaN]}
{"keys":[{"kty":"RSA","e":"AQAB","n":"\ud800"}]}
{"keys":[{"kty":"rsa","e":"AQAB","n":"xAE7"}]}`)},
	"sha256":     {[]string{strings.Repeat("a1", 32)}, []string{strings.Repeat("A1", 32), strings.Repeat("a1", 31), strings.Repeat("a1", 33), strings.Repeat("g1", 32), strings.Repeat("é", 32)}},
	"cipher":     {words(`ECDHE-ECDSA-AES128-GCM-SHA256 AES128-SHA DES-CBC3-SHA`), words(`ALL -ALL !a foo ecdhe-rsa-aes128-sha ECDHE-RSA-AES256-GCM-SHA384 +X é @STRENGTH`)},
	"credential": {words(`my-cert ns/cert kubernetes://a`), words(`configmap://default/a configmap://ns/a configmap:// configmap://a configmap:///a configmap://default/ configmap://default/a/b builtin:// invalid`)},
	"file":       {words(`/etc/certs/a.pem /a`), words(`a ./a`)},
	"cel": {append(words(`response.code>=400 true has(a.b) a`), `response.code >= 400 && connection.mtls`, `request.url_path.contains('v1beta3')`, `a in [1, 2]`),
		append(words(`a+ a&& ( ) a) (a [ {a:1} {} a{} a{b:1} .a a. a.b() a() a[1] a[ "a 'a a' 1. .1 1e 1e3 0x 0x1F 1u 1U -1 --1 !!a !-a -!a a?b:c a?b a?:b a==b==c a<b<c a=b a&b a|b a||b a%b in a.in as break const if a.if package loop var void while true.a null null.a 1.a b'a' r'a' rb'a' br'a' B"a" '''a''' """a""" r"\" "\" '\q' '\x41' '\u00e9' '\U0001F600' '\u12' '\400' '\377' '\8' b'\u00e9' $a @a #a a;b a?.b a[?0] [?a] {?a:b} a.?b optional.of(a) //a a//b a\b é 'é' 9223372036854775807 9223372036854775808 -9223372036854775808 18446744073709551615u 18446744073709551616u 0xFFFFFFFFFFFFFFFF 0x8000000000000000 0xFFFFFFFFFFFFFFFFu 1e400 1e-400 a.b.c.d a.all(x,x) a.all(x,y,z) a.map(x,x) a.map(1,x) has(a) has(a.b.c) has(a[0]) has() has(a.b,c) a.exists(x.y,z) a.filter(x,true) a.exists_one(x,x) __result__ a.map(__result__,x) a.b{c:d} .a.b{c:d} a{"b":c} [1,] {a:1,} f(a,) [,] {,} [,a] [a,,] {,a:1} {a:1,,} a{,} .a{,} a{,b:1} f(,) [,,] a.f(,) a.__b _ __a__`),
			"a +", "a b", "a\nb", "a // c", "a // c\n+ b", "'a\nb'", "'''a\nb'''", "a  in  b", "!a in b", "a . b", "a\t+\tb", "a\u00a0+b", "a\u2028b", strings.Repeat("(", 60)+"a"+strings.Repeat(")", 60), strings.Repeat("(", 250)+"a"+strings.Repeat(")", 250), strings.Repeat("(", 300)+"a"+strings.Repeat(")", 300), strings.Repeat("!", 300)+"a", strings.Repeat("-", 300)+"a", strings.Repeat("[", 260)+strings.Repeat("]", 260), strings.Repeat("a+", 400)+"a", strings.Repeat("a&&", 400)+"a", strings.Repeat("a.", 400)+"a", strings.Repeat("a?b:", 300)+"c", strings.Repeat("a?b:", 30)+"c", strings.Repeat("a||", 300)+"c")},
	"endpoint":  {words(`127.0.0.1:8080 unix:///var/run/a.sock 0.0.0.0:80 [::1]:8080 :80`), words(`127.0.0.2:80 localhost:80 127.0.0.1 127.0.0.1: 127.0.0.1:0 127.0.0.1:65536 127.0.0.1:+80 127.0.0.1:080 127.0.0.1:a ::1:80 [::]:80 [::1] [::1]80 [::1]:80:80 a:b:c unix:// unix://@a unix:///a/ [127.0.0.1]:80 127.0.0.1]:80 [[::1]]:80 [::1:80 []:80 127.0.0.1:-1 127.0.0.1:99999999999999999999 [0.0.0.0]:1 ::]:80 a[b:80 a]b:80`)},
	"locality":  {words(`us-west/zone1/* us-west/zone1 us-west us-east/a/b eu`), words(`* us-west/* us-*/a */a a//b /a a/ / us-west/*/a a* ** us-west/zone1/sub/x us-west* a/b/c/d a/*b`)},
	"priority":  {words(`topology.kubernetes.io/region app version`), words(`topology.kubernetes.io/zone topology.istio.io/subzone topology.kubernetes.io/region=us a=b =`)},
	"attribute": {words(`SameSite Path Secure`), nil},
	"tunnel":    {words(`CONNECT POST`), words(`connect GET`)},
	"scheme":    {words(`http https HTTP HTTPS`), words(`ftp Http`)},
	"filter":    {words(`envoy.filters.network.http_connection_manager envoy.filters.http.router envoy.filters.network.tcp_proxy envoy.http_connection_manager`), words(`envoy.router envoy.lua envoy.tcp_proxy envoy.filters.http.lua foo envoy.cors envoy.csrf envoy.rate_limit envoy.ratelimit`)},
	"base64":    {words(`aGVsbG8= AAAA`), words(`a aa aaa aa= aa== YQ YQ== Y-_= Y+/= é a=b== Y===`)},
	"kind":      {words(`Service Gateway ServiceEntry`), words(`GatewayClass service Pod VirtualService a1 1a`)},
	"group":     {words(`gateway.networking.k8s.io networking.istio.io core`), words(`a_b A -a apps`)},
	"lua":       {[]string{"function envoy_on_request(h) end"}, nil},
	"env":       {words(`A_B FOO`), nil},
	"claim":     {words(`sub iss groups`), nil},
	"dryrun":    {words(`true false`), words(`1 t T TRUE True 0 f F FALSE False tRUE yes`)},
}

var poolNames = slices.Sorted(maps.Keys(pools))

// meanings say by its path what a text is for; the first that fits counts.
var meanings = compile(
	`\.(idleTimeout|ttl)$`, "duration",
	`\.(http|tls|tcp)\[\]\.route\[\]\.destination\.host$|\.mirrors?(\[\]\.destination)?\.host$|egressProxy\.host$|DestinationRule\.spec\.host$|targetHost$`, "host",
	`Sidecar\.spec\.egress\[\]\.hosts\[\]$|Gateway\.spec\.servers\[\]\.hosts\[\]$`, "nshost",
	`\.(hosts|notHosts|sniHosts|subjectAltNames)\[\]$|\.(authority|sni)(\.exact)?$|cluster\.service$`, "host",
	`\.gateways\[\]$|\.gateway$`, "gateway",
	`\.exportTo\[\]$`, "exportTo",
	`\.(destinationSubnets|sourceSubnets|addresses)\[\]$|\.sourceSubnet$|IPBlocks`, "subnet",
	`\.(address|bind|egressProxy\.host)$`, "address",
	`[bB]locks\[\]$`, "ip",
	`(uri|scheme|method|authority|headers\{\}|withoutHeaders\{\}|queryParams\{\}|allowOrigins\[\])\.regex$|uriRegexRewrite\.match$|proxyVersion$`, "regex",
	`\.method\.`, "method",
	`\.uri\.|\.(uri|prefixRewrite|path|prefix)$|[pP]aths\[\]$`, "path",
	`headers\.(request|response)\.remove\[\]$|(allowHeaders|exposeHeaders)\[\]$|(fromHeaders\[\]|outputClaimToHeaders\[\]|httpHeaders\[\]|header)\.(name|header)$|httpHeaderName$`, "header",
	`headers\.(request|response)\.(add|set)\{\}$`, "headervalue",
	`(allowMethods|methods|notMethods)\[\]$`, "method",
	`\.retryOn$`, "retryOn", `\.grpcStatus$`, "status",
	`(redirect|httpGet)\.scheme$|\.scheme\.`, "scheme",
	`\.jwksUri$|\.jwks_uri$|\.url$|\.issuer$`, "url", `\.jwks$`, "jwks", `\.sha256$`, "sha256", `cipherSuites\[\]$`, "cipher",
	`credentialNames?(\[\])?$`, "credential", `(Certificate|Certificates|privateKey|caCrl)$`, "file", `\.expression$`, "cel",
	`\.defaultEndpoint$`, "endpoint", `\.locality$|distribute\[\]\.from$|failover\[\]\.(from|to)$`, "locality", `failoverPriority\[\]$`, "priority",
	`[pP]orts\[\]$`, "number", `port\.name$|ports\[\]\.name$`, "portname", `(port|ports\[\])\.protocol$`, "protocol", `tunnel\.protocol$`, "tunnel",
	`[pP]rincipals\[\]$`, "principal", `[nN]amespaces\[\]$|\.(sourceN|n)amespace$`, "namespace", `[sS]erviceAccounts\[\]$|\.serviceAccount$`, "account", `[tT]rustDomains\[\]$`, "trust",
	`when\[\]\.key$`, "when", `when\[\]\.(values|notValues)\[\]$`, "ip", `\.bytes$`, "base64", `targetRefs?(\[\])?\.kind$`, "kind", `targetRefs?(\[\])?\.group$`, "group",
	`ilter\.name$|ilter\.subFilter\.name$`, "filter", `inlineCode$`, "lua", `[lL]abels\{\}$`, "labelvalue", `env\[\]\.name$`, "env", `attributes\[\]\.name$`, "attribute",
)

// keyMeanings say the same of the keys of a map.
var keyMeanings = compile(
	`(headers|withoutHeaders)$|headers\.(request|response)\.(add|set)$`, "header", `[lL]abels$|annotations$`, "labelkey", `endpoints\[\]\.ports$|template\.ports$|spec\.ports$`, "portname",
	`portLevelMtls$`, "number", `distribute\[\]\.to$`, "locality",
)

type meaning struct {
	path *regexp.Regexp
	pool string
}

func compile(pairs ...string) (all []meaning) {
	for i := 0; i < len(pairs); i += 2 {
		all = append(all, meaning{regexp.MustCompile(pairs[i]), pairs[i+1]})
	}
	return all
}

func meant(meanings []meaning, path string) pool {
	for _, m := range meanings {
		if m.path.MatchString(path) {
			return pools[m.pool]
		}
	}
	return pools["name"]
}

func pick[T any](random *rand.Rand, from []T) T { return from[random.IntN(len(from))] }

// goodText is mostly good for its path.
func goodText(random *rand.Rand, meanings []meaning, path string) string {
	p := meant(meanings, path)
	if len(p.odd) > 0 && random.IntN(12) == 0 {
		return pick(random, p.odd)
	}
	return pick(random, p.good)
}

// oddText is good for its path by luck only.
func oddText(random *rand.Rand, meanings []meaning, path string) string {
	p := meant(meanings, path)
	switch n := random.IntN(100); {
	case n < 55 && len(p.odd) > 0:
		return pick(random, p.odd)
	case n < 75:
		return pick(random, oddTexts)
	case n < 80:
		return combined(random, p)
	case n < 81:
		return pick(random, veryLong)
	case n < 92:
		other := pools[pick(random, poolNames)]
		return pick(random, append(other.good, other.odd...))
	default:
		return pick(random, p.good)
	}
}

// combined cuts texts of one meaning and puts them together.
func combined(random *rand.Rand, p pool) string {
	all := append(append([]string{}, p.good...), p.odd...)
	a, b := []rune(pick(random, all)), []rune(pick(random, all))
	return string(a[:random.IntN(len(a)+1)]) + string(b[random.IntN(len(b)+1):])
}
