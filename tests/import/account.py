#!/usr/bin/env python3
"""account.py FACTS FORM FORMS CATALOGUE: whether every cell of the printed form came into the records.

Reads the records with PyYAML and knows nothing of gk: what is meant by a tick, a box or a level is written down here once more.
"""
import glob
import json
import os
import re
import sys

import yaml

OFFICE = {'镇人民政府', '乡人民政府', '乡镇人民政府', '街道办事处'}
LEVELS = {'县级': {'county'}, '乡级': {'township'}, '镇级': {'township'}, '州级': {'city'}, '乡、村级': {'township', 'village'}}
KINDS = {'政府网站': 'website', '政府公报': 'gazette', '两微一端': 'new-media', '一微一端': 'new-media',
         '发布会/听证会': 'press', '广播电视': 'broadcast', '纸质媒体': 'print', '公开查阅点': 'reading',
         '政务服务中心': 'service-hall', '政府服务中心': 'service-hall', '便民服务站': 'service-station',
         '入户/现场': 'home', '社区/企事业单位/村公示栏(电子屏)': 'board', '镇村公示公开栏': 'board', '公示栏': 'board',
         '精准推送': 'push'}
FORMS = {'会议': 'meeting'}


def load(path):
    with open(path, encoding='utf-8') as f:
        return yaml.load(f, Loader=yaml.BaseLoader)


def plain(s):
    return re.sub(r'\s', '', s)


def printed(value):
    if value is None:
        return []
    return [v for v in (value if isinstance(value, list) else [str(value)])
            if not v.startswith('(merged') and not v.startswith('(as row')]


class Account:
    def __init__(self, record, channels, categories, row):
        self.record, self.channels, self.categories, self.row = record, channels, categories, row
        self.lost = []

    def own(self, key):
        return plain(self.record.get('x-' + key, ''))

    def need(self, cell, found):
        if not found:
            self.lost.append('%s: %s' % (cell, self.row[cell]))

    def entries(self, cell, values):
        have = [plain(v) for v in values]
        for value in printed(self.row[cell]):
            self.need(cell, plain(value) in have)

    def check(self, without):
        r, row = self.record, self.row
        for cell, key in (('一级事项', 'group'), ('二级事项', 'title'), ('公开时限', 'limit')):
            self.need(cell, all(plain(v) == plain(r.get(key, '')) for v in printed(row[cell])))
        self.need('序号', row['序号'] is None or str(row['序号']) == r.get('x-序号'))
        self.entries('公开内容(要素)', r.get('content', []))
        self.entries('公开依据', r.get('elements', {}).get('basis', []))
        subjects = printed(row['公开主体'])
        for name in subjects:
            self.need('公开主体', name in self.own('公开主体') or (name in OFFICE and r.get('subject') == 'zf'))
        kinds = {self.channels[c]['kind'] for c in r.get('channels', [])}
        forms = {self.channels[c]['form'] for c in r.get('channels', [])}
        for name in printed(row['公开渠道和载体(■)']):
            self.need('公开渠道和载体(■)', KINDS.get(name) in kinds or FORMS.get(name) in forms or
                      name in self.own('公开渠道和载体'))
        if row['公开渠道和载体(■)'] is None:
            self.need('公开渠道和载体(■)', 'x-公开渠道和载体' not in r)
        self.need('公开对象', row['公开对象'] is None or r.get('audience') == {'全社会': 'all'}[row['公开对象']])
        self.need('公开方式', row['公开方式'] is None or r['disclosure']['attribute'] == {'主动': 'proactive'}[row['公开方式']])
        if '公开层级' not in without and row['公开层级']:
            wanted = set().union(*(LEVELS[level] for level in row['公开层级']))
            self.need('公开层级', set(r.get('level', [])) == wanted)
        if '单位' not in without:
            self.need('单位', plain(row['单位']) == self.own('单位'))
        if '领域' not in without:
            names = [self.categories[c]['name'] for c in r.get('categories', [])]
            self.need('领域', row['领域'] in names or plain(row['领域']) == self.own('领域'))
        return self.lost


def main(facts, form, forms, root):
    with open(facts, encoding='utf-8') as f:
        rows = json.load(f)['rows']
    with open(forms, encoding='utf-8') as f:
        without = json.load(f)[form].get('without', [])
    def by_id(kind):
        return {r['id']: r for r in map(load, glob.glob(os.path.join(root, kind, '*.yaml')))}
    channels, categories = by_id('channels'), by_id('categories')
    records = [load(p) for p in sorted(glob.glob(os.path.join(root, 'items', '*', '*.yaml')))]
    if len(records) != len(rows):
        sys.exit('%s: %d rows became %d records' % (form, len(rows), len(records)))
    cells = lost = 0
    for row, record in zip(rows, records):
        cells += sum(v is not None for v in row.values())
        for what in Account(record, channels, categories, row).check(without):
            print('%s: %s: lost %s' % (form, record['id'], what))
            lost += 1
    print('%s: %d cells of %d rows, %d lost' % (form, cells, len(rows), lost))
    return 1 if lost else 0


sys.exit(main(*sys.argv[1:]))
