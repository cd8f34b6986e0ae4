#include "format/html.h"
#include "report/annual.h"

/*
 * Black on white, lines where the form has them, A4 when printed.  The cell beside all
 * results of table three (22 rows, in the form of 2019 20) is narrow, as in the form.
 */
static const char style[] =
	"body{margin:2em auto;max-width:60em;padding:0 1em;color:#000;background:#fff;"
	"font:1em/1.8 \"Noto Serif CJK SC\",\"Source Han Serif SC\",SimSun,serif}"
	"h1{font-size:1.6em;text-align:center;line-height:1.4}"
	"h2{font-size:1.25em}h3{font-size:1.1em}h4{font-size:1em}"
	"p{text-indent:2em;margin:.4em 0}"
	"blockquote{margin:1em 0;padding:.5em 1em;border:2px solid #8a1f11}"
	"blockquote p,li,td,th{text-indent:0}"
	"table{border-collapse:collapse;width:100%;margin:1em 0;font-size:.85em;"
	"line-height:1.35;break-inside:auto}"
	"th,td{border:1px solid #000;padding:.3em .25em;font-weight:normal;"
	"text-align:center;overflow-wrap:anywhere}"
	"th[rowspan=\"22\"],th[rowspan=\"20\"]{width:2.6em}td{min-width:1.8em}"
	"tr{break-inside:avoid}.left{text-align:left}.right{text-align:right}"
	"@page{size:A4;margin:25mm 20mm}"
	"@media print{body{margin:0;max-width:none;padding:0;font-size:11pt}"
	"h2,h3,h4{break-after:avoid}}";

void annual_html(const struct annual *annual, bool draft, struct buf *out)
{
	struct arena arena = ARENA_INIT;
	auto_buf title = BUF_INIT;
	struct blocks doc;
	struct html h;

	annual_title(annual, &title);
	blocks_init(&doc, &arena);
	annual_blocks(annual, draft, &doc);
	html_init(&h, out);
	html_doctype(&h);
	html_open(&h, EL_HTML);
	html_attr(&h, "lang", "zh-CN");
	html_open(&h, EL_HEAD);
	html_open(&h, EL_META);
	html_attr(&h, "charset", "utf-8");
	html_close(&h, EL_META);
	html_open(&h, EL_META);
	html_attr(&h, "name", "viewport");
	html_attr(&h, "content", "width=device-width, initial-scale=1");
	html_close(&h, EL_META);
	html_element(&h, EL_TITLE, title.s);
	html_open(&h, EL_STYLE);
	html_raw(&h, style);
	html_close(&h, EL_STYLE);
	html_close(&h, EL_HEAD);
	html_open(&h, EL_BODY);
	html_open(&h, EL_MAIN);
	blocks_to_html(&doc, &h, /* h1 */ 1);
	html_close(&h, EL_MAIN);
	html_close(&h, EL_BODY);
	html_close(&h, EL_HTML);
	arena_clear(&arena);
}
