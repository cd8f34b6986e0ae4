#!/usr/bin/env python3
"""judge.py GK FACTS WORK [SET[:SHEET]...]: write sheets as offices have them, let gk read them, and compare.

A set is a module whose ALL makes books (paper.py) of the matters in rows.py; with each row stands what a careful clerk would
take from it.  An expectation is right, kept (its words are in an x- key or were told,
    but are not in the field), wrong (the
field says something else) or lost; a key that nothing in the row asks for is invented.  What is not right is listed, and the
exit status is 1.  FACTS are tests/fixtures/import/catalogue-rows.json; WORK is made.
"""

import concurrent.futures
import importlib
import json
import os
import re
import subprocess
import sys

from openpyxl.utils import get_column_letter

import rows as matter

# What every new record gets and nobody need be told.
DEFAULTS = {'id', 'created', 'entered-by', 'edition', 'state.value', 'status', 'retain.until'}
# What it gets where the table says nothing, which must be told.
TOLD = {'公开主体': 'subject', '事项来源': 'source', '公开对象': 'audience', '公开属性': 'disclosure.attribute',
        '公开频次': 'frequency', '公开层级': 'level'}


def norm(v):
    if isinstance(v, (list, tuple)):
        return ''.join(norm(x) for x in v)
    v = re.sub(r'(^|\n)\s*(\d{1,2}[.、]|[①-⑳])+', r'\1', str(v))
    v = v.translate({i: i - 0xfee0 for i in range(0xff01, 0xff5f)})
    return re.sub(r'[\s;,，。、．.]', '', v)


def flat(record, prefix=''):
    out = {}
    for k, v in record.items():
        if isinstance(v, dict):
            out.update(flat(v, prefix + k + '.'))
        else:
            out[prefix + k] = v
    return out


def fixture(work):
    for d in ('units', 'channels'):
        os.makedirs(os.path.join(work, d))
    with open(os.path.join(work, 'catalogue.yaml'), 'w', encoding='utf-8') as f:
        f.write('format: 1\nname: 清源县柳河镇人民政府\nshort: 柳河镇\ncode: "999999001"\nlevel: township\n'
                'language: zh-CN\nsite: {mode: portal}\nsince: 2026-01-01\n')
    for uid, name, short, aliases, kind in matter.UNITS:
        with open(os.path.join(work, 'units', uid + '.yaml'), 'w', encoding='utf-8') as f:
            f.write(f'id: {uid}\nname: {name}\nshort: {short}\nkind: {kind}\n')
            if aliases:
                f.write(f'aliases: [{", ".join(aliases)}]\n')
    for kind, name in matter.CHANNELS.items():
        with open(os.path.join(work, 'channels', kind + '.yaml'), 'w', encoding='utf-8') as f:
            f.write(f'id: {kind}\nname: {name}\nkind: {kind}\nstate: active\n')
    run = lambda *a: subprocess.run(a, cwd=work, check=True, stdout=subprocess.DEVNULL)
    run('git', 'init', '-q', '-b', 'main')
    run('git', 'config', 'user.name', '张某')
    run('git', 'config', 'user.email', 'zhang@example.com')
    run('git', 'add', '-A')
    run('git', 'commit', '-q', '-m', 'x')


def judge_value(key, want, record, everything):
    if key not in record:
        bare = re.sub(r'\..*', '', key)
        found = bare in record
        words = [str(want)] if not isinstance(want, (list, set)) else list(want)
        return 'kept' if found or all(norm(w) in everything for w in words) else 'lost'
    have = record[key]
    if isinstance(want, set):
        return 'right' if set(have if isinstance(have, list) else [have]) == want else 'wrong'
    if isinstance(want, list):
        if norm(have) != norm(want):
            return 'wrong'
        return 'right' if len(have) == len(want) or len(want) == 1 else 'joined'
    return 'right' if norm(have) == norm(want) else 'wrong'


def judge_row(want, row, told, bad):
    record = flat(row['record'])
    everything = norm(json.dumps(row['record'], ensure_ascii=False)) + told + norm(
        [r['text'] for r in row['remarks']])
    marks = []
    for key, value in want.items():
        if key == 'faults':
            continue
        if key == 'kept':
            for words in value:
                ok = any(norm(w) in everything for w in words.split('|'))
                marks.append('right' if ok else 'lost')
                if not ok:
                    bad.append(f'lost: {words!r}')
            continue
        if value is None or value == set():
            mark = 'right' if key not in record else 'invented'
        else:
            mark = judge_value(key, value, record, everything)
        marks.append(mark)
        if mark not in ('right', 'joined'):
            bad.append(f'{mark} {key}: want {value!r}, have {record.get(key)!r}')
    defaults = DEFAULTS | {TOLD[d.partition(':')[0]] for d in row['defaults']}
    for key in record:
        if key not in want and not key.startswith('x-') and key not in defaults:
            if key in ('unit', 'source-ref') and key not in want:
                continue
            said = any(r['kind'] == 'guess' for r in row['remarks'])
            bad.append(f'invented {key}: {record[key]!r}' + (' (some guess told)' if said else ''))
            marks.append('invented')
    return marks


def unaccounted(sheet, at, row):
    """Cells of the row of which nothing says where they went."""
    faulty = {r.get('cell') for r in row['remarks']}
    went = {c['cell'] for c in row['cells']} | faulty
    shift = row['row'] - at
    bad = []
    for (r, c), v in sheet.cells.items():
        ref = get_column_letter(c) + str(r + shift)
        if r == at and ref not in went and str(v).strip():
            bad.append(f'{ref} went nowhere: {v!r}')
    return bad


def read(book, gk, work):
    """What gk says of a sheet: its exit status and what it prints as JSON."""
    path = os.path.join(work, book.file)
    book.save(path)
    done = subprocess.run(
        [gk, '-C', os.path.join(work, 'catalogue'), 'import', path, '--lang=zh', '--dry-run', '--format=json']
        + book.options, capture_output=True, text=True, check=False)
    try:
        return done.returncode, json.loads(done.stdout), ''
    except ValueError:
        return done.returncode, {'rows': [], 'lines': [], 'tables': []}, done.stderr.strip()


def judge_sheet(book, sheet, by, told, out):
    """Compare the rows of a sheet; what gk made of them is taken out of `by`."""
    for at, m, want in sheet.wants:
        row = by.pop((sheet.name if book.write == 'xlsx' else '', at), None)
        if row is None and book.write == 'csv':  # records of lines that are quoted
            key = next((k for k in by if norm(by[k]['title']) == norm(m.title)), None)
            row = by.pop(key) if key else None
        bad = []
        if row is None:
            marks = ['lost'] * len(want)
            bad.append('row missing')
        else:
            marks = judge_row(want, row, told, bad)
            # The form has no column for the ground of what is not disclosed on one's own motion.
            faults = list(want.get('faults', ())) + ['须写明法定事由'] * (m.attr != 'proactive')
            bad += [f'fault: {r.get("cell")} {r["text"]}' for r in row['remarks']
                    if r['kind'] == 'fault' and not any(f in r['text'] for f in faults)]
            bad += unaccounted(sheet, at, row)
        out.count(marks, bad)
        out.lines += [f'   {book.name} {sheet.name}!{at} {m.title}: {b}' for b in bad]


class Result:
    def __init__(self, name):
        self.name, self.marks, self.rows, self.right, self.lines = name, {}, 0, 0, []

    def count(self, marks, bad):
        for k in marks:
            self.marks[k] = self.marks.get(k, 0) + 1
        self.rows += 1
        self.right += not bad

    def add(self, other):
        self.rows, self.right = self.rows + other.rows, self.right + other.right
        self.lines += other.lines
        for k, v in other.marks.items():
            self.marks[k] = self.marks.get(k, 0) + v

    def __str__(self):
        return f'{self.name}: rows {self.right}/{self.rows}, ' + ', '.join(f'{k} {v}' for k,
            v in sorted(self.marks.items()))


def judge(book, gk, work):
    result = Result(book.name)
    refused = book.how.pop('refused', False)
    status, out, err = read(book, gk, work)
    if refused:
        result.count(['right' if status == 1 else 'wrong'], [] if status == 1 else ['not refused'])
        return result
    if err:
        result.lines.append(f'   {book.name}: exit {status}: {err[:200]}')
    told = norm([x['text'] for x in out['lines']])
    by = {(r['sheet'], r['row']): r for r in out['rows']}
    for sheet in book.sheets:
        judge_sheet(book, sheet, by, told, result)
    for k, row in by.items():
        result.count(['invented'], ['no row'])
        result.lines.append(f'   {book.name} {k}: a record of what is no row: {row["title"]}')
    return result


def main():
    gk, facts, work = (os.path.abspath(a) for a in sys.argv[1:4])
    os.makedirs(work)
    fixture(os.path.join(work, 'catalogue'))
    printed = matter.printed(facts)
    wrong = 0
    for name in sys.argv[4:] or ['first', 'second', 'third']:
        name, _, only = name.partition(':')
        books = [make(printed) for make in importlib.import_module(name).ALL if only in ('', make.__name__)]
        total = Result(name)
        with concurrent.futures.ThreadPoolExecutor(2) as pool:
            for result in pool.map(lambda book: judge(book, gk, work), books):
                total.add(result)
                if result.right < result.rows or result.lines:
                    print(result, *result.lines, sep='\n')
        print(total)
        wrong += total.rows - total.right + len(total.lines)
    return wrong > 0


if __name__ == '__main__':
    sys.exit(main())
