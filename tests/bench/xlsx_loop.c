/*
 * What gk export is measured against: the cells of a CSV file written by libxlsxwriter, one row
 * in memory, and nothing else done.
 *
 * usage: xlsx_loop CELLS.csv OUT.xlsx
 */
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <xlsxwriter.h>

enum { CELL_ROOM = 1 << 16 };

int main(int argc, char **argv)
{
	static char cell[CELL_ROOM];
	lxw_workbook_options options = { .constant_memory = LXW_TRUE };
	FILE *in = argc == 3 ? fopen(argv[1], "r") : NULL;
	lxw_workbook *book;
	lxw_worksheet *sheet;
	lxw_format *format;
	lxw_row_t row = 0;
	lxw_col_t column = 0;
	size_t len = 0;
	int quoted = 0;
	int c;

	if (!in)
		return EXIT_FAILURE;
	book = workbook_new_opt(argv[2], &options);
	sheet = workbook_add_worksheet(book, "cells");
	format = workbook_add_format(book);
	format_set_border(format, LXW_BORDER_THIN);
	format_set_text_wrap(format);
	while ((c = getc(in)) != EOF) {
		if (c == '"') {
			/* Two are one, and so end no text. */
			if (quoted && (c = getc(in)) != '"') {
				quoted = 0;
				ungetc(c, in);
				continue;
			}
			if (!quoted) {
				quoted = 1;
				continue;
			}
		}
		if (!quoted && c == '\r')
			continue;
		if (!quoted && (c == ',' || c == '\n')) {
			cell[len] = '\0';
			if (len)
				worksheet_write_string(sheet, row, column, cell, format);
			else
				worksheet_write_blank(sheet, row, column, format);
			len = 0;
			column++;
			if (c == '\n') {
				row++;
				column = 0;
				worksheet_set_row(sheet, row, 105, NULL);
			}
			continue;
		}
		if (len + 1 < CELL_ROOM)
			cell[len++] = (char)c;
	}
	fclose(in);
	return workbook_close(book) == LXW_NO_ERROR ? EXIT_SUCCESS : EXIT_FAILURE;
}
