"""The sheet to be changed in Excel, and texts that a spreadsheet would take for something else.

usage: edit.py GK CATALOGUE
"""
import csv
import json
import os
import shutil
import sqlite3
import subprocess
import sys

from office import Office, base, same

import openpyxl

SIGNS = ['=1+1', '+86', '-1', '@SUM(A1)', '\t=1', '\r=1', '＝1+1', "'=1", '=cmd|\' /C calc\'!A0', '12345678901234567',
         '640502199001011234', '1.23E+17', '2026-01-02', '0012', 'TRUE', '#REF!', '{=1}', '=HYPERLINK("http://x")']


def gk(office, *args):
    done = subprocess.run([office.gk, *args], cwd=office.root, env=office.env, capture_output=True, text=True, check=True)
    return done.stdout


def is_text(cell):
    """A text whatever it looks like, and nothing that is computed."""
    return cell.value is None or (isinstance(cell.value, str) and cell.data_type in ('s', 'inlineStr'))


def check_edit_sheet(office):
    path = office.export('edit.xlsx', '--edit', '--all')
    book = openpyxl.load_workbook(path)
    assert book.sheetnames == ['公开事项', '选项'], book.sheetnames
    sheet = book['公开事项']
    heads = [cell.value for cell in sheet[1]]
    assert heads[0] == '编号' and len(set(heads)) == len(heads), heads
    for head in ('事项名称', '责任科室', '公开属性', '办事依据', '备注', '公开渠道和载体', '状态'):
        assert head in heads, heads
    for head in ('登记日期', '办理记录', '目录版本', '作废'):
        assert head not in heads, head
    ids = [line for line in gk(office, 'list', 'item', '--format=ids').split()]
    assert [sheet.cell(i + 2, 1).value for i in range(sheet.max_row - 1)] == ids
    assert sheet.protection.sheet and not sheet.protection.password and sheet.freeze_panes == 'B2'
    assert not sheet.protection.formatColumns and not sheet.protection.formatRows
    for (row, column), cell in list(sheet._cells.items()):
        assert is_text(cell), cell.coordinate
        assert cell.number_format == '@', cell.coordinate
        assert cell.protection.locked == (row == 1 or column == 1), cell.coordinate
    # Empty cells are as their column is, and so are the rows below the last, which take a new record.
    for column in range(1, len(heads) + 1):
        all_of_it = sheet.column_dimensions[openpyxl.utils.get_column_letter(column)]
        assert all_of_it.width > 10
        assert all_of_it.number_format == '@' and all_of_it.protection.locked == (column == 1), column
    check_choices(book, sheet, heads)
    assert same(path, office.export('again.xlsx', '--edit', '--all', GK_TODAY='2027-03-01'))
    return sheet, heads


def check_choices(book, sheet, heads):
    offered = {}
    for validation in sheet.data_validations.dataValidation:
        assert validation.type == 'list'
        (area,) = [str(r) for r in validation.sqref.ranges]
        column = sheet[area.split(':')[0]].column
        assert area.endswith('1048576') and '2' == area.split(':')[0].lstrip('ABCDEFGHIJKLMNOPQRSTUVWXYZ')
        if validation.formula1.startswith('"'):
            assert len(validation.formula1) <= 257
            offered[heads[column - 1]] = validation.formula1.strip('"').split(',')
        else:
            name, cells = validation.formula1.split('!')
            assert name == '选项', validation.formula1
            offered[heads[column - 1]] = [c[0].value for c in book[name][cells.replace('$', '')]]
    assert offered['公开属性'] == ['主动公开', '依申请公开', '不予公开', '对内公开'], offered
    assert offered['法定事由'][0] == '法律、行政法规禁止公开', offered
    assert '党政综合办公室' in offered['责任科室'], offered
    assert '公开渠道和载体' not in offered, 'several values cannot be picked from a list'
    for head, values in offered.items():
        column = heads.index(head) + 1
        for row in range(2, sheet.max_row + 1):
            value = sheet.cell(row, column).value
            assert value is None or value in values, (head, value)


def check_values(office, sheet, heads):
    """Cells say what the record says."""
    record = next(json.loads(line)['record'] for line in gk(office, 'export', '-q', '--internal', '--kind', 'item',
                                                            '--format=ndjson', '-').splitlines()
                  if json.loads(line)['record']['id'] == 'mz-0003')
    row = next(r for r in range(2, sheet.max_row + 1) if sheet.cell(r, 1).value == 'mz-0003')
    cell = lambda head: sheet.cell(row, heads.index(head) + 1).value  # noqa: E731
    assert cell('事项名称') == record['title'] and cell('责任科室') == '民政办公室'
    assert cell('公开内容（要素）').split('\n') == record['content']
    assert cell('办事依据').split('\n') == record['elements']['basis']
    assert cell('公开属性') == '主动公开' and cell('公开层级').split('\n') == ['乡级', '村级']


def signs(gk_path):
    """Formulas, numbers of many digits and the like, in every text of a record."""
    with Office(gk_path) as office:
        base(office)
        office.write('channels/web.yaml', {'id': 'web', 'name': '=1', 'kind': 'other', 'form': 'hall'})
        for number, sign in enumerate(SIGNS, 1):
            office.write(f'items/dz/dz-{number:04}.yaml', {
                'id': f'dz-{number:04}', 'group': sign, 'title': sign, 'subgroup': sign, 'unit': 'dz', 'content': [sign],
                'elements': {'basis': [sign], 'duty': sign, 'conditions': [sign], 'procedure': [sign], 'result': sign},
                'disclosure': {'attribute': 'proactive'}, 'limit': sign, 'channels': ['web'], 'audience': 'group',
                'audience-group': sign, 'contact': sign, 'note': sign})
        office.commit()
        for options in ([], ['--one-sheet'], ['--edit'], ['--internal']):
            for sheet in openpyxl.load_workbook(office.export('signs.xlsx', *options)):
                for row in sheet.iter_rows():
                    for cell in row:
                        assert is_text(cell), (options, cell.coordinate, cell.data_type, cell.value)
        book = openpyxl.load_workbook(office.export('signs.xlsx', '--edit'))
        sheet = book['公开事项']
        title = [c.value for c in sheet[1]].index('事项名称') + 1
        # OOXML writes a carriage return so, and the other reader leaves it.
        got = [sheet.cell(i + 2, title).value.replace('_x000D_', '\r') for i in range(len(SIGNS))]
        assert got in (SIGNS, [s.strip() for s in SIGNS]), got
        for options in ([], ['--edit'], ['--internal']):
            with open(office.export('signs.csv', *options), encoding='utf-8-sig', newline='') as file:
                for row in csv.reader(file):
                    for cell in row:
                        assert not cell.startswith(('=', '+', '-', '@', '\t', '\r', '＝', '＋', '－', '＠')), cell


def limits(gk_path):
    """What a format cannot hold is an error that names the record, and leaves no file."""
    with Office(gk_path) as office:
        base(office)
        item = {'group': '甲', 'unit': 'dz', 'disclosure': {'attribute': 'proactive'}}
        office.write('items/dz/dz-0001.yaml', {'id': 'dz-0001', 'title': '好', **item})
        office.write('items/dz/dz-0002.yaml', {'id': 'dz-0002', 'title': '𠮷', **item})
        office.write('items/dz/dz-0003.yaml', {'id': 'dz-0003', 'title': '长', **item,
                                               'elements': {'result': '长' * 33000}})
        office.commit()
        said = office.refuse('gbk.csv', '--encoding=gbk')
        assert "dz-0002: GBK has no '𠮷'" in said, said
        assert '𠮷' in open(office.export('good.csv', '--encoding=gb18030'), encoding='gb18030').read()
        said = office.refuse('edit.xlsx', '--edit')
        assert 'dz-0003: 办事结果 has 33000 characters' in said, said
        said = office.refuse('no/such\0'.rstrip('\0') + '/' + 'x' * 300 + '.xlsx')
        assert 'x' * 300 in said or 'name' in said.lower(), said
        office.export('fine.xlsx', '--internal', '--kind', 'unit')


def check_sqlite(office):
    path = office.export('all.sqlite')
    assert same(path, office.export('again.sqlite', GK_TODAY='2027-03-01'))
    assert not [f for f in os.listdir(office.top) if f.startswith('all.sqlite-')]
    with sqlite3.connect(path) as db:
        assert db.execute('pragma integrity_check').fetchone() == ('ok',)
        assert dict(db.execute('select name, value from gk_about'))['schema'] == 'gk.export-tables/1'
        titles = dict(db.execute('select id, title from item'))
        with open(office.export('all.ndjson')) as file:
            records = [json.loads(line) for line in file]
        items = {r['record']['id']: r['record'] for r in records if r['kind'] == 'item'}
        assert titles == {id: record['title'] for id, record in items.items()}
        for table, key in (('item_channels', 'channels'), ('item_content', 'content')):
            lists = {}
            for id, value in db.execute(f'select record, value from {table} order by record, entry'):
                lists.setdefault(id, []).append(value)
            assert lists == {id: record[key] for id, record in items.items() if key in record}, table
        steps = {}
        for id, step in db.execute('select record, step from item_elements_procedure order by record, entry'):
            steps.setdefault(id, []).append(step)
        assert steps == {id: [s if isinstance(s, str) else s['step'] for s in record['elements']['procedure']]
                         for id, record in items.items() if 'procedure' in record.get('elements', {})}
        columns = {row[1] for row in db.execute('pragma table_info(item)')}
        assert 'title' in columns and not {'note', 'created', 'entered_by'} & columns, columns
        told = {row[0] for row in db.execute("select in_column from gk_field where in_table = 'item'")}
        assert told == columns - {'id'}, told ^ columns
    with sqlite3.connect(office.export('inner.sqlite', '--internal')) as db:
        assert 'note' in {row[1] for row in db.execute('pragma table_info(item)')}
        events = db.execute('select count(*) from document_events where by is not null').fetchone()
        assert events[0] > 0


def main(gk_path, catalogue):
    with Office(gk_path) as office:
        os.rmdir(office.root)
        shutil.copytree(catalogue, office.root)
        office.commit()
        sheet, heads = check_edit_sheet(office)
        check_values(office, sheet, heads)
        for kind in ('unit', 'category', 'channel', 'document', 'report', 'catalogue'):
            openpyxl.load_workbook(office.export(f'{kind}.xlsx', '--edit', '--kind', kind))
        check_sqlite(office)
    signs(gk_path)
    limits(gk_path)


if __name__ == '__main__':
    main(sys.argv[1], sys.argv[2])
