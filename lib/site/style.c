#include "site/page.h"

/*
 * One style sheet: 320 px and up, light and dark, print.  Colours of text keep 4.5:1 and
 * more on their ground (GB/T 37668); nothing here asks another host.
 */
static const char *const rules[] = {
	":root{color-scheme:light dark;--ink:#1b1f24;--paper:#fff;--soft:#f3f5f8;"
	"--line:#c9d1da;--link:#0b4f94;--band:#0b3d73;--on-band:#fff;--quiet:#525c67;"
	"--warn:#8a1c1c;--warn-soft:#fdf1f0}",
	"@media (prefers-color-scheme:dark){:root{--ink:#e6e9ec;--paper:#14181c;"
	"--soft:#1d2329;--line:#3d4853;--link:#8cbcf2;--band:#0f2f52;--quiet:#a9b4bf;"
	"--warn:#ffb3ab;--warn-soft:#3a1f1d}}",
	"*{box-sizing:border-box}",
	"html{-webkit-text-size-adjust:100%;text-size-adjust:100%}",
	"body{margin:0;color:var(--ink);background:var(--paper);font:1.0625rem/1.75 "
	"\"PingFang SC\",\"Noto Sans CJK SC\",\"Noto Sans SC\",\"Microsoft "
	"YaHei\",system-ui,sans-serif;overflow-wrap:anywhere}",
	"a{color:var(--link);text-underline-offset:.2em}",
	"a:hover{text-decoration-thickness:.15em}",
	":focus-visible{outline:3px solid var(--link);outline-offset:2px}",
	".skip{position:absolute;left:-100vw;top:0;padding:.5rem 1rem;"
	"background:var(--paper);z-index:1}",
	".skip:focus{left:0}",
	".banner{background:var(--band);color:var(--on-band);padding:1rem 0 0}",
	".banner a{color:var(--on-band)}",
	".banner :focus-visible{outline-color:var(--on-band)}",
	".brand,.menu ul,.crumbs,main,.foot p{max-width:70rem;margin:0 auto;"
	"padding-left:1rem;padding-right:1rem}",
	".brand{font-size:1.25rem;line-height:1.4}",
	".brand strong{font-size:1.5rem;white-space:nowrap}",
	".menu ul{display:flex;flex-wrap:wrap;list-style:none;margin-top:.75rem;"
	"gap:0 .25rem;padding-left:.4rem}",
	".menu a{display:block;padding:.5rem .6rem;text-decoration:none;"
	"border-bottom:3px solid transparent}",
	".menu a:hover,.menu a[aria-current]{border-bottom-color:var(--on-band)}",
	".menu a[aria-current]{font-weight:700}",
	".crumbs{font-size:.9375rem;color:var(--quiet);padding-top:.75rem}",
	".crumbs ol{list-style:none;margin:0;padding:0;display:flex;flex-wrap:wrap}",
	".crumbs li+li::before{content:\"›\";padding:0 .5em}",
	"main{padding-top:.5rem;padding-bottom:2.5rem}",
	"h1,h2,h3,h4,h5,h6{line-height:1.4;text-wrap:balance}",
	"h1{font-size:1.625rem;margin:.75rem 0 1.25rem}",
	"h2{font-size:1.25rem;margin:2rem 0 .75rem;padding-left:.6rem;"
	"border-left:.3rem solid var(--link)}",
	"h3{font-size:1.0625rem;margin:1.25rem 0 .5rem}",
	"p,ul,ol{margin:.5rem 0}",
	"ul,ol{padding-left:1.5rem}",
	"img{max-width:100%;height:auto}",
	"figure{margin:.5rem 0}",
	".grid{display:grid;gap:1.25rem}",
	".grid>section{background:var(--soft);border:1px solid var(--line);"
	"border-radius:.375rem;padding:1rem 1.25rem;min-width:0}",
	".grid>section>h2{margin-top:0}",
	"@media (min-width:48rem){.grid{grid-template-columns:1fr 1fr}"
	".grid>.wide{grid-column:1/-1}}",
	".tags,.years,.documents,.channels,.attachments,.history{list-style:none;padding:"
	"0}",
	".tags{display:flex;flex-wrap:wrap;gap:.5rem}",
	".tags a,.tags strong{display:inline-block;padding:.1rem .7rem;border:1px solid "
	"var(--line);border-radius:.25rem;background:var(--paper);text-decoration:none}",
	".tags a:hover{border-color:var(--link)}",
	".documents li{padding:.45rem 0;border-bottom:1px solid var(--line);display:flex;"
	"flex-wrap:wrap;gap:0 .75rem;align-items:baseline}",
	".documents li:last-child{border-bottom:0}",
	".documents time{margin-left:auto;color:var(--quiet);white-space:nowrap;"
	"font-variant-numeric:tabular-nums}",
	".number,.count,.none{color:var(--quiet)}",
	".number,.count{font-size:.9375rem}",
	".lapsed{color:var(--warn);border:1px solid currentColor;border-radius:.25rem;"
	"padding:0 .3rem;font-size:.875rem;white-space:nowrap}",
	".more a{display:inline-block;margin-right:1rem}",
	".notice{background:var(--warn-soft);border-left:.3rem solid var(--warn);"
	"padding:.5rem 1rem;margin:1rem 0}",
	".notice p{margin:.25rem 0}",
	".notice dl>div{border:0;padding:0}",
	".info{background:var(--soft);border-left-color:var(--link)}",
	"dl{margin:.75rem 0}",
	"dd{margin:0;min-width:0}",
	"dt{color:var(--quiet)}",
	"dd>:first-child{margin-top:0}",
	"dd>:last-child{margin-bottom:0}",
	"dl>div{padding:.4rem 0;border-bottom:1px solid var(--line)}",
	".elements dt{font-weight:700;color:var(--ink)}",
	".entry{border-top:2px solid var(--line)}",
	".history p{margin:0}",
	".history dl{margin:0 0 .75rem}",
	".history dl>div,.channels dl>div{border:0;padding:0}",
	".channels dl{margin:0 0 .75rem}",
	".history>li{border-left:2px solid var(--line);padding-left:1rem}",
	"@media (min-width:40rem){dl>div{display:grid;grid-template-columns:10em "
	"minmax(0,1fr);gap:0 1rem}}",
	".head{border:1px solid var(--line);border-radius:.375rem;background:var(--soft);"
	"padding:.25rem 1rem}",
	".head>div{display:grid;grid-template-columns:6em minmax(0,1fr);gap:0 1rem}",
	"dl>div:last-child{border-bottom:0}",
	".head ul{list-style:none;padding:0;display:flex;flex-wrap:wrap;gap:0 1em}",
	"@media (min-width:60rem){.head{display:grid;grid-template-columns:repeat(2,"
	"minmax(0,1fr));gap:0 2.5rem}.head>div{grid-template-columns:10.5em "
	"minmax(0,1fr)}.head>div:last-child{grid-column:1/-1}}",
	".body{margin:1.5rem 0;font-size:1.125rem;line-height:1.9}",
	".body p{margin:.75rem 0}",
	".body h2,.body h3{border:0;padding:0}",
	".mark{color:var(--quiet)}",
	"table{border-collapse:collapse;width:100%;margin:.75rem 0}",
	".list caption{position:absolute;width:1px;height:1px;overflow:hidden;"
	"clip-path:inset(50%)}",
	"caption{text-align:left;color:var(--quiet);padding-bottom:.25rem}",
	"th,td{border:1px solid var(--line);padding:.4rem .6rem;text-align:left;"
	"vertical-align:top}",
	"thead th{background:var(--soft);white-space:nowrap}",
	"tbody th{font-weight:400}",
	".left{text-align:left}.centre{text-align:center}.right{text-align:right}",
	"pre{overflow-x:auto;background:var(--soft);padding:.75rem}",
	"blockquote{margin:.75rem 0;padding-left:1rem;border-left:.25rem solid "
	"var(--line)}",
	".catalogue{font-size:.9375rem;line-height:1.6}",
	/* Below this width a row is a card, and each cell says what it is. */
	"@media (max-width:60rem){.list thead{position:absolute;width:1px;height:1px;"
	"overflow:hidden;clip-path:inset(50%)}"
	".list,.list caption,.list tbody,.list tr,.list td,.list tbody th{display:block}"
	".list tr{border:1px solid var(--line);border-radius:.375rem;margin:.75rem 0;"
	"padding:.5rem .75rem}"
	".list td,.list tbody th{border:0;padding:.15rem 0}"
	".list tbody th{font-weight:700}"
	".list td:empty{display:none}"
	".list td::before{content:attr(data-label) \"：\";color:var(--quiet)}}",
	".foot{border-top:1px solid "
	"var(--line);background:var(--soft);color:var(--quiet);"
	"font-size:.9375rem;padding:1rem 0}",
	".foot span{display:inline-block;margin-right:1.25rem}",
	"@media print{:root{--ink:#000;--paper:#fff;--soft:#fff;--line:#777;--link:#000;"
	"--quiet:#333;--warn:#000;--warn-soft:#fff}"
	".skip,.menu,.crumbs{display:none}"
	".banner{background:none;color:#000;border-bottom:2px solid #000;padding:0}"
	"body{font-size:11pt;line-height:1.6}"
	"main{padding:0;max-width:none}"
	"h2,h3{break-after:avoid}"
	"tr,dl>div,.documents li{break-inside:avoid}"
	"a{text-decoration:none}"
	".foot{background:none}}",
};

void style_write(struct buf *out)
{
	for (size_t i = 0; i < ARRAY_LEN(rules); i++)
		buf_addf(out, "%s\n", rules[i]);
}
