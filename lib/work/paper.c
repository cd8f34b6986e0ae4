#include "work/paper.h"

#include <string.h>

#include "base/file.h"
#include "base/hash.h"
#include "base/i18n.h"
#include "record/document.h"

/* ---- what the helper says ---- */

struct telling {
	struct arena *arena;
	struct list lines; /* struct paper_line */
	struct paper_left left;
	enum inspect_kind refusal; /* INSPECT_KIND_COUNT: none */
	const char *why;
	bool has_left;
};

static bool is_set(const struct yaml_node *object, const char *key)
{
	return strcmp(inspect_text(object, key), "true") == 0;
}

static enum block_align align_of(const char *word)
{
	if (strcmp(word, "centre") == 0)
		return ALIGN_CENTRE;
	if (strcmp(word, "right") == 0)
		return ALIGN_RIGHT;
	return strcmp(word, "left") == 0 ? ALIGN_LEFT : ALIGN_NONE;
}

static enum paper_place place_of(const char *word)
{
	if (strcmp(word, "margin") == 0)
		return PAPER_IN_MARGIN;
	return strcmp(word, "note") == 0 ? PAPER_IN_NOTE : PAPER_IN_TEXT;
}

static int small(uint32_t n)
{
	return n > 10000 ? 10000 : (int)n;
}

static bool take_paragraph(struct telling *telling, const struct yaml_node *object)
{
	struct paper_line *line =
		list_add(telling->arena, &telling->lines, sizeof(*line));

	*line = (struct paper_line){
		.text = arena_strdup(telling->arena, inspect_text(object, "text")),
		.label = arena_strdup(telling->arena, inspect_text(object, "label")),
		.place = place_of(inspect_text(object, "place")),
		.align = align_of(inspect_text(object, "align")),
		.outline = small(inspect_number(object, "outline")),
		.size = small(inspect_number(object, "size")),
		.bold = is_set(object, "bold"),
		.page = is_set(object, "page"),
		.note = inspect_number(object, "note"),
		.table = inspect_number(object, "table"),
		.row = inspect_number(object, "row"),
		.column = inspect_number(object, "column"),
		.span = inspect_number(object, "span"),
		.continued = is_set(object, "continued"),
		.head = is_set(object, "head"),
	};
	return line->table == 0 || (line->row > 0 && line->column > 0);
}

static bool take_line(void *payload, const struct yaml_node *object)
{
	struct telling *telling = payload;
	const char *kind = inspect_text(object, "kind");
	enum inspect_kind refusal;

	if (strcmp(kind, "line") == 0)
		return take_paragraph(telling, object);
	if (strcmp(kind, "left") == 0) {
		telling->left = (struct paper_left){
			.comments = inspect_number(object, "comments"),
			.changes = inspect_number(object, "changes"),
			.hidden = inspect_number(object, "hidden"),
			.pictures = inspect_number(object, "pictures"),
			.parts = inspect_number(object, "parts"),
			.clocks = inspect_number(object, "clocks"),
		};
		telling->has_left = true;
		return true;
	}
	if (!inspect_is_refusal(object, &refusal))
		return false;
	telling->refusal = refusal;
	telling->why = arena_strdup(telling->arena, inspect_text(object, "text"));
	return true;
}

/* One line that says why nothing can be read, and what to do. */
static int refuse(const struct telling *telling, const char *name, struct error *err)
{
	if (telling->refusal == INSPECT_LIMIT)
		return error_set(err, ERR_LIMIT, tr("%s is too large to be read: %s"),
				 name, telling->why);
	if (telling->refusal == INSPECT_DAMAGED)
		return error_set(err, ERR_SYNTAX,
				 tr("%s is damaged: open it in Word or WPS and save it "
				    "anew as .docx (%s)"),
				 name, telling->why);
	if (telling->why && strcmp(telling->why, "encrypted") == 0)
		return error_set(err, ERR_SYNTAX,
				 tr("%s wants a password: save it without one"), name);
	if (telling->why && strcmp(telling->why, "scan") == 0)
		return error_set(err, ERR_SYNTAX,
				 tr("%s is a picture of text: take the Word file that it "
				    "was made from"),
				 name);
	return error_set(err, ERR_SYNTAX,
			 tr("%s cannot be read: save it as .docx (另存为 .docx)"), name);
}

/* What was converted has another name for the helper than for people. */
static int ask(struct telling *telling, const char *program,
	       const struct paper_file *file, struct error *err)
{
	const struct buf *bytes = file->as_docx ? file->as_docx : file->bytes;
	const struct inspect_file asked = { .name = file->as_docx ? "paper.docx"
								  : path_base(file->path),
					    .bytes = bytes->s,
					    .len = bytes->len };

	if (!program)
		return error_set(err, ERR_NOT_FOUND, "%s",
				 tr("gk-inspect, which reads such files, is not "
				    "installed"));
	if (inspect_view(program, "paper", &asked, take_line, telling, err) < 0)
		return error_wrap(err, "%s", file->path);
	if (telling->refusal != INSPECT_KIND_COUNT || !telling->has_left)
		return refuse(telling, file->path, err);
	return 0;
}

int work_paper_read(struct work *work, const char *program, const struct paper_file *file,
		    struct work_paper *out, struct error *err)
{
	struct telling telling = { .arena = work->arena, .refusal = INSPECT_KIND_COUNT };

	*out = (struct work_paper){
		.original = { .from = arena_strdup(work->arena, file->path),
			      .role = ATTACHMENT_ORIGINAL,
			      .visibility = OPEN_INTERNAL,
			      .size = file->bytes->len },
	};
	sha256_hex(file->bytes->s, file->bytes->len, out->sha256);
	if (ask(&telling, program, file, err) < 0)
		return -1;
	paper_read(work->arena, telling.lines.items, telling.lines.count, &out->paper);
	out->left = telling.left;
	if (out->paper.secrecy)
		return error_set(err, ERR_DENIED,
				 tr("%s bears the mark %s: nothing classified may be "
				    "kept here or on this computer"),
				 file->path, out->paper.secrecy);
	if (!out->paper.body.first && !out->paper.parts[PAPER_TITLE])
		return error_set(err, ERR_SYNTAX, tr("%s has no text"), file->path);
	return work_paper_record(work, &out->paper, &out->record, err);
}

/* ---- remarks ---- */

static const char *const doubt_texts[PAPER_DOUBT_COUNT] = {
	[PAPER_NO_TITLE] = N_("no title was found"),
	[PAPER_TITLE_JOINED] = N_("the title was joined from several lines"),
	[PAPER_TITLE_ODD] = N_("the title does not end as titles of papers do (通知, "
			       "意见, 函 …): is it whole?"),
	[PAPER_NUMBER_MENDED] = N_("the document number was written into the form of "
				   "the standard: 〔2018〕, no 0 in front"),
	[PAPER_NUMBERS_DIFFER] = N_("the head has two document numbers; the first was "
				    "taken"),
	[PAPER_NO_DATE] = N_("no date was found: give 成文日期"),
	[PAPER_DATE_OF_PRINT] = N_("the text has no date; that of printing was taken"),
	[PAPER_DATE_OF_HEAD] = N_("no date stands below the text; the one above it was "
				  "taken"),
	[PAPER_DATES_DIFFER] = N_("the date below the text differs from the one above "
				  "it; the one below was taken"),
	[PAPER_NO_ISSUER] = N_("no issuing body was found: it is taken to be this "
			       "office"),
	[PAPER_ISSUER_OF_HEAD] = N_("nobody signed below the text; the issuing body was "
				    "taken from the head"),
	[PAPER_NO_MARK] = N_("no mark says whether it is disclosed (此件公开发布): give "
			     "公开方式"),
	[PAPER_MARK_WANTS_GROUND] = N_("its mark says that it is not released as it is: "
				       "give 公开方式 with the ground in law"),
	[PAPER_TABLE_TOO_LARGE] = N_("a table was too large and became paragraphs"),
};

static void add_counts(struct work *work, const struct paper_left *left,
		       struct strings *out)
{
	const struct {
		uint32_t count;
		const char *text;
	} counts[] = {
		{ left->changes,
		  trn("%u tracked change was taken as accepted",
		      "%u tracked changes were taken as accepted", left->changes) },
		{ left->comments,
		  trn("%u comment stays in the original",
		      "%u comments stay in the original", left->comments) },
		{ left->hidden,
		  trn("%u piece of hidden text stays in the original",
		      "%u pieces of hidden text stay in the original", left->hidden) },
		{ left->pictures,
		  trn("%u picture stays in the original: attach it with gk attach",
		      "%u pictures stay in the original: attach them with gk attach",
		      left->pictures) },
		{ left->clocks,
		  trn("%u date is a field that shows the day on which the file is "
		      "opened: "
		      "compare 成文日期 with the paper",
		      "%u dates are fields that show the day on which the file is "
		      "opened: compare 成文日期 with the paper",
		      left->clocks) },
		{ left->parts,
		  trn("%u embedded file stays in the original",
		      "%u embedded files stay in the original", left->parts) },
	};

	for (size_t i = 0; i < ARRAY_LEN(counts); i++) {
		auto_buf text = BUF_INIT;
		const char *sign = strstr(counts[i].text, "%u");

		if (counts[i].count == 0 || !sign)
			continue;
		buf_addf(&text, "%.*s%u%s", (int)(sign - counts[i].text), counts[i].text,
			 counts[i].count, sign + strlen("%u"));
		strings_add(work->arena, out, buf_dup(&text, work->arena));
	}
}

/* What was read is settled by what a person gave. */
static bool is_settled(const struct work_paper *paper, enum paper_doubt doubt)
{
	const struct document *document = RECORD(paper->record, struct document);

	switch (doubt) {
	case PAPER_NO_TITLE:
		return document->title;
	case PAPER_NO_DATE:
		return date_is_set(document->formed);
	case PAPER_NO_MARK:
	case PAPER_MARK_WANTS_GROUND:
		return document->disclosure.attribute;
	case PAPER_NO_ISSUER:
		return document->issuer;
	case PAPER_TITLE_JOINED:
	case PAPER_TITLE_ODD:
	case PAPER_NUMBER_MENDED:
	case PAPER_NUMBERS_DIFFER:
	case PAPER_DATE_OF_PRINT:
	case PAPER_DATE_OF_HEAD:
	case PAPER_DATES_DIFFER:
	case PAPER_ISSUER_OF_HEAD:
	case PAPER_TABLE_TOO_LARGE:
	case PAPER_DOUBT_COUNT:
		break;
	}
	return false;
}

void work_paper_remarks(struct work *work, const struct work_paper *paper,
			struct strings *out)
{
	for (enum paper_doubt i = 0; i < PAPER_DOUBT_COUNT; i++)
		if (paper->paper.doubts[i] && !is_settled(paper, i))
			strings_add(work->arena, out, tr(doubt_texts[i]));
	add_counts(work, &paper->left, out);
}

/* ---- the same paper twice ---- */

static int note_id(void *payload, const struct index_row *row)
{
	buf_adds(payload, row->id);
	return 1;
}

static int find_by_title(struct work *work, const struct document *document,
			 struct buf *id, struct error *err)
{
	char date[DATE_ISO_SIZE];
	const struct index_filter filters[] = {
		{ "title", document->title },
		document->number
			? (struct index_filter){ "number", document->number }
			: (struct index_filter){ "formed",
						 date_iso(document->formed, date) },
	};
	const struct index_query query = { .kind = document_kind.name,
					   .filters = filters,
					   .filter_count = ARRAY_LEN(filters),
					   .limit = 1 };

	if (!document->title || (!document->number && !date_is_set(document->formed)))
		return 0;
	return index_each(work->index, &query, note_id, id, err) < 0 ? -1 : 0;
}

static bool is_original(struct work *work, const struct source_entry *entry,
			const struct work_paper *paper)
{
	char sha256[SHA256_HEX_SIZE];
	auto_buf content = BUF_INIT;
	struct error ignored;

	if (entry->type != SOURCE_FILE || entry->stat.size != paper->original.size ||
	    source_read(work->catalogue->source, entry, &content, &ignored) < 0)
		return false;
	sha256_hex(content.s, content.len, sha256);
	return strcmp(sha256, paper->sha256) == 0;
}

/* attachments/2018-00112/original.docx */
static int find_by_original(struct work *work, const struct work_paper *paper,
			    struct buf *id, struct error *err)
{
	static const char folder[] = "attachments";
	struct source_entry *entries;
	size_t count;

	if (source_list_folder(work->catalogue->source, work->arena, folder, &entries,
			       &count, err) < 0)
		return -1;
	for (size_t i = 0; i < count; i++) {
		const char *name = entries[i].path + sizeof(folder);

		if (!is_original(work, &entries[i], paper))
			continue;
		buf_add(id, name, strcspn(name, "/"));
		return 0;
	}
	return 0;
}

int work_paper_find(struct work *work, struct work_paper *paper, struct error *err)
{
	auto_buf found = BUF_INIT;

	if (find_by_original(work, paper, &found, err) < 0)
		return -1;
	if (found.len == 0 &&
	    find_by_title(work, RECORD(paper->record, struct document), &found, err) < 0)
		return -1;
	paper->known = found.len > 0 ? buf_dup(&found, work->arena) : NULL;
	return 0;
}

/* ---- adding ---- */

int work_add_papers(struct work *work, struct work_paper *papers, size_t count,
		    struct findings *findings, struct work_done *done, struct error *err)
{
	struct addition *additions = arena_array(work->arena, struct addition, count);

	for (size_t i = 0; i < count; i++)
		additions[i] = (struct addition){ .record = papers[i].record,
						  .files = &papers[i].original,
						  .file_count = 1 };
	return work_add_with(work, additions, count, findings, done, err);
}
