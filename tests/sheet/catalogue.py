"""Every row of really published standard catalogues, exported and read back by another reader, cell by cell.

usage: catalogue.py GK FIXTURES
"""
import csv
import json
import os
import subprocess
import sys

from office import Office, base, same

import openpyxl
from openpyxl.cell.cell import MergedCell

BOXES = ['政府网站', '政府公报', '两微一端', '发布会/听证会', '广播电视', '纸质媒体', '公开查阅点', '政务服务中心',
         '便民服务站', '入户/现场', '社区/企事业单位/村公示栏（电子屏）', '精准推送', '其他']
KINDS = ['website', 'gazette', 'new-media', 'press', 'broadcast', 'print', 'reading', 'service-hall', 'service-station',
         'home', 'board', 'push', 'other']
PRINTED = {'政府网站': 'website', '铁力市政府网站': 'website', '区政府门户网站': 'website', '一微一端': 'new-media',
           '公开查阅点': 'reading', '政务服务中心': 'service-hall', '政府服务中心': 'service-hall'}
LEVELS = {'县级': 'county', '州级': 'city', '乡级': 'township', '镇级': 'township', '乡、村级': 'township'}
# The order of the national set, as far as the rows go; what is no field of it comes last.
FIELDS = ['重大建设项目', '公共资源交易', '义务教育', '社会救助', '养老服务', '财政预决算', '农村危房改造', '涉农补贴',
          '公共文化服务', '卫生健康', '救灾', '政府文件信息(地方增设)', '涉农资金(地方增设)']


def texts(value):
    return value if isinstance(value, list) else [] if value is None else [value]


def kind_of(printed):
    return PRINTED.get(printed, 'board' if '公示栏' in printed or '公开栏' in printed else 'other')


def category(name):
    """An id whose order is not that of the national set."""
    number = FIELDS.index(name)
    return f'local-{number}' if '地方' in name else f'field-{chr(ord("z") - number)}'


def build(office, rows):
    base(office)
    channels, subjects = {}, {}
    for row in rows:
        for name in texts(row['公开渠道和载体(■)']):
            if name not in channels:
                channels[name] = f'c{len(channels)}'
                office.write(f'channels/{channels[name]}.yaml',
                             {'id': channels[name], 'name': name, 'kind': kind_of(name), 'form': 'hall'})
        subject = '、'.join(texts(row['公开主体']))
        if subject and subject not in subjects:
            subjects[subject] = f's{len(subjects)}'
            office.write(f'units/{subjects[subject]}.yaml',
                         {'id': subjects[subject], 'name': subject, 'kind': 'department'})
    for name in FIELDS:
        office.write(f'categories/{category(name)}.yaml',
                     {'id': category(name), 'name': name, 'scheme': 'local' if '地方' in name else 'pilot'})
    for number, row in enumerate(rows, 1):
        attribute = {'依申请': 'on-request'}.get(row['公开方式'], 'proactive')
        item = {'id': f'dz-{number:04}', 'group': row['一级事项'] or '未写明', 'title': row['二级事项'] or row['一级事项'],
                'categories': [category(row['领域'])], 'unit': 'dz',
                'content': texts(row['公开内容(要素)']), 'elements': {'basis': texts(row['公开依据'])},
                'disclosure': {'attribute': attribute}, 'limit': row['公开时限'],
                'channels': [channels[c] for c in texts(row['公开渠道和载体(■)'])],
                'audience': 'all' if row['公开对象'] else 'group', 'audience-group': '' if row['公开对象'] else '有关人员',
                'level': sorted({LEVELS[level] for level in texts(row['公开层级'])})}
        subject = '、'.join(texts(row['公开主体']))
        if subject:
            item['subject'] = subjects[subject]
        office.write(f'items/dz/dz-{number:04}.yaml', {k: v for k, v in item.items() if v not in (None, '', [])})
    office.commit()


def boxes(row):
    used = {kind_of(name) for name in texts(row['公开渠道和载体(■)'])}
    others = [name for name in texts(row['公开渠道和载体(■)']) if kind_of(name) == 'other']
    found = []
    for name, kind in zip(BOXES, KINDS):
        text = ('■' if kind in used else '□') + name
        if kind == 'other':
            text += f'（{"、".join(others)}）' if others else '____'
        found.append(text)
    return found


def want(row, city):
    """The cells of a row behind 序号."""
    levels = {LEVELS[level] for level in texts(row['公开层级'])}
    tick = lambda yes: '√' if yes else None  # noqa: E731
    cells = [row['一级事项'] or '未写明', row['二级事项'] or row['一级事项'], '\n'.join(texts(row['公开内容(要素)'])),
             '\n'.join(texts(row['公开依据'])), row['公开时限'], '、'.join(texts(row['公开主体'])) or '某县某镇人民政府',
             boxes(row), tick(row['公开对象']), None if row['公开对象'] else '√\n有关人员',
             tick(row['公开方式'] != '依申请'), tick(row['公开方式'] == '依申请')]
    if city:
        cells.append(tick('city' in levels))
    return cells + [tick('county' in levels), tick('township' in levels)]


def split_boxes(text):
    parts = []
    for line in text.split('\n'):
        parts += [part for part in line.replace('　', ' ').split(' ') if part]
    return parts


HEAD = [('序号', None), ('公开事项', '一级事项'), (None, '二级事项'), ('公开内容（要素）', None), ('公开依据', None),
        ('公开时限', None), ('公开主体', None), ('公开渠道和载体', None), ('公开对象', '全社会'), (None, '特定群体'),
        ('公开方式', '主动'), (None, '依申请')]


def check_head(sheet, city):
    levels = ['市级', '县级', '乡级'] if city else ['县级', '乡级']
    head = HEAD + [('公开层级' if i == 0 else None, level) for i, level in enumerate(levels)]
    assert sheet.max_column == len(head), sheet.dimensions
    for column, (over, leaf) in enumerate(head, 1):
        assert sheet.cell(2, column).value == over, (sheet.title, column, sheet.cell(2, column).value)
        assert sheet.cell(3, column).value == leaf, (sheet.title, column, sheet.cell(3, column).value)
    last = openpyxl.utils.get_column_letter(len(head))
    merged = {str(r) for r in sheet.merged_cells.ranges}
    expected = {f'A1:{last}1', 'A2:A3', 'B2:C2', 'D2:D3', 'E2:E3', 'F2:F3', 'G2:G3', 'H2:H3', 'I2:J2', 'K2:L2',
                f'M2:{last}2'}
    assert expected <= merged, expected - merged
    return merged - expected


def check_page(sheet):
    setup = sheet.page_setup
    assert setup.orientation == 'landscape' and int(setup.paperSize) == 9, setup
    assert sheet.sheet_properties.pageSetUpPr.fitToPage and setup.fitToWidth in (None, 1) and setup.fitToHeight == 0
    assert sheet.print_title_rows in ('2:3', '$2:$3'), sheet.print_title_rows
    assert sheet.freeze_panes == 'A4'
    assert '某县某镇人民政府' in sheet.oddFooter.left.text and '&P' in sheet.oddFooter.center.text


def check_row(sheet, line, number, row, city, first):
    cells = want(row, city)
    got = [sheet.cell(line, column) for column in range(1, sheet.max_column + 1)]
    assert got[0].value == str(number) and got[0].data_type in 's', got[0].value
    for cell, value in zip(got[1:], cells):
        assert cell.data_type in ('s', 'inlineStr', 'n') and not (cell.data_type == 'n' and cell.value is not None)
        assert isinstance(cell, MergedCell) or cell.alignment.wrap_text and cell.border.left.style == 'thin' and cell.font.name == '宋体'
        if isinstance(value, list):
            assert split_boxes(cell.value) == value, (cell.value, value)
        elif cell.column == 2 and not first:
            assert cell.value is None, cell.value
        else:
            assert cell.value == value, (sheet.title, cell.coordinate, cell.value, value)
    assert sheet.row_dimensions[line].height >= 12 * max(len(str(c.value or '').split('\n')) for c in got)


def check_sheet(sheet, rows):
    city = any('州级' in texts(row['公开层级']) for row in rows)
    title = rows[0]['领域'] + ('' if '地方' in rows[0]['领域'] else '领域')
    assert sheet['A1'].value == f'某镇{title}基层政务公开标准目录', sheet['A1'].value
    merged = check_head(sheet, city)
    check_page(sheet)
    # Rows of a first-level matter stand together, in the order in which the matters come first.
    groups = list(dict.fromkeys(row['一级事项'] or '未写明' for row in rows))
    rows = sorted(rows, key=lambda row: groups.index(row['一级事项'] or '未写明'))
    ranges, start = set(), 4
    for i, row in enumerate(rows):
        first = i == 0 or (row['一级事项'] or '未写明') != (rows[i - 1]['一级事项'] or '未写明')
        if first:
            start = i + 4
        last = i + 1 == len(rows) or (row['一级事项'] or '未写明') != (rows[i + 1]['一级事项'] or '未写明')
        if last and i + 4 > start:
            ranges.add(f'B{start}:B{i + 4}')
        check_row(sheet, i + 4, i + 1, row, city, first)
    assert merged == ranges, (merged, ranges)
    assert sheet.max_row == len(rows) + 3
    return rows


def check_long(gk):
    """An item that no row is high enough for has several, merged, and is one record when it is read back."""
    with Office(gk) as office:
        base(office)
        item = {'group': '甲', 'unit': 'dz', 'disclosure': {'attribute': 'proactive'}}
        entries = [f'第{n}项：办理条件、申请材料、办理流程、办理时间、地点和联系方式' for n in range(40)]
        office.write('items/dz/dz-0001.yaml', {'id': 'dz-0001', 'title': '长', 'content': entries, **item})
        office.write('items/dz/dz-0002.yaml', {'id': 'dz-0002', 'title': '短', 'content': ['一'], **item})
        office.commit()
        path = office.export('long.xlsx')
        (sheet,) = openpyxl.load_workbook(path)
        (area,) = [r for r in sheet.merged_cells.ranges if r.min_row == 4 and r.min_col == 4]
        heights = [sheet.row_dimensions[row].height for row in range(4, area.max_row + 1)]
        assert max(heights) <= 409 and sum(heights) >= 12 * 2 * len(entries), heights
        assert sheet.cell(4, 4).value == '\n'.join(entries) and sheet.cell(area.max_row + 1, 3).value == '短'
        assert f'B4:B{area.max_row + 1}' in {str(r) for r in sheet.merged_cells.ranges}
        assert {r.max_row for r in sheet.merged_cells.ranges if r.min_row == 4 and r.min_col != 2} == {area.max_row}
        for key, value in (('user.name', '张某'), ('user.email', 'zhang@example.invalid')):
            subprocess.run(['git', 'config', key, value], cwd=office.root, env=office.env, check=True)
        done = subprocess.run([gk, 'import', path, '--unit', 'dz', '--dry-run', '--format=json'], cwd=office.root,
                              env=office.env, capture_output=True, text=True)
        rows = json.loads(done.stdout)['rows']
        assert [row['id'] for row in rows] == ['dz-0001', 'dz-0002'], done.stderr
        assert rows[0]['record']['content'] == entries
        assert not [c for row in rows for c in row['changes'] if c['field'] in ('content', 'title', 'group')], rows


def main(gk, fixtures):
    with open(os.path.join(fixtures, 'standard-rows.json'), encoding='utf-8') as file:
        rows = json.load(file)['rows']
    check_long(os.path.realpath(gk))
    with Office(gk) as office:
        build(office, rows)
        path = office.export('目录.xlsx')
        book = openpyxl.load_workbook(path)
        assert book.sheetnames == FIELDS, book.sheetnames
        ordered = []
        for sheet in book:
            ordered += check_sheet(sheet, [row for row in rows if row['领域'] == sheet.title])
        assert str(book.properties.created) == '2026-11-19 00:00:00', book.properties.created
        assert same(path, office.export('again.xlsx', GK_TODAY='2027-03-01', LC_ALL='zh_CN.UTF-8'))
        one = openpyxl.load_workbook(office.export('one.xlsx', '--one-sheet'))
        assert one.sheetnames == ['标准目录'] and one['标准目录'].max_row == len(rows) + 3
        assert [one['标准目录'].cell(i + 4, 1).value for i in range(len(rows))] == [row['领域'] for row in ordered]
        with open(office.export('目录.csv'), encoding='utf-8-sig', newline='') as file:
            lines = list(csv.reader(file))
        assert lines[0][:4] == ['领域', '序号', '公开事项:一级事项', '公开事项:二级事项'], lines[0]
        for i, row in enumerate(ordered):
            cells = [split_boxes(c) if n == 8 else c or None for n, c in enumerate(lines[i + 1])]
            assert cells == [row['领域'], str(i + 1)] + want(row, True), cells
        with open(office.export('gbk.csv', '--encoding=gb18030'), encoding='gb18030', newline='') as file:
            assert list(csv.reader(file)) == lines
        print(f'{len(rows)} rows, {len(FIELDS)} sheets')


if __name__ == '__main__':
    main(sys.argv[1], sys.argv[2])
