"""An office to export from: made of records written as JSON, which is YAML too."""
import json
import os
import shutil
import subprocess
import sys
import tempfile

try:
    import openpyxl  # noqa: F401
except ImportError:
    print('python3-openpyxl is not installed: ./dev test')
    sys.exit(77)


class Office:
    """A catalogue in a repository of its own, gone when the tests are over."""

    def __init__(self, gk):
        self.gk = os.path.realpath(gk)
        self.top = tempfile.mkdtemp()
        self.root = os.path.join(self.top, 'office')
        os.mkdir(self.root)
        self.env = {'PATH': os.environ['PATH'], 'HOME': self.top, 'LC_ALL': 'en_US.UTF-8', 'TZ': 'UTC', 'GK_FSYNC': '0',
                    'GK_TODAY': '2026-11-20', 'GIT_CONFIG_NOSYSTEM': '1'}
        for who in ('AUTHOR', 'COMMITTER'):
            self.env.update({f'GIT_{who}_NAME': '张某', f'GIT_{who}_EMAIL': 'zhang@example.invalid',
                             f'GIT_{who}_DATE': '1795046400 +0800'})

    def __enter__(self):
        return self

    def __exit__(self, *_):
        shutil.rmtree(self.top)

    def write(self, path, record):
        full = os.path.join(self.root, path)
        os.makedirs(os.path.dirname(full), exist_ok=True)
        with open(full, 'w', encoding='utf-8') as file:
            for key, value in record.items():
                file.write(f'{key}: {json.dumps(value, ensure_ascii=False)}\n')

    def commit(self):
        for args in (['init', '-q', '.'], ['add', '-A'], ['commit', '-q', '-m', 'start']):
            subprocess.run(['git', *args], cwd=self.root, env=self.env, check=True)

    def export(self, name, *options, **env):
        """Run gk export; the path of what it wrote."""
        path = os.path.join(self.top, name)
        done = subprocess.run([self.gk, 'export', '--force', *options, path], cwd=self.root, env={**self.env, **env},
                              capture_output=True, text=True)
        assert done.returncode == 0, done.stderr
        return path

    def refuse(self, name, *options):
        """Run gk export, which must fail; what it said."""
        path = os.path.join(self.top, name)
        done = subprocess.run([self.gk, 'export', *options, path], cwd=self.root, env=self.env, capture_output=True,
                              text=True)
        assert done.returncode == 3, (done.returncode, done.stderr)
        assert not os.path.exists(path)
        assert not [f for f in os.listdir(self.top) if f.startswith('.gk-tmp')], os.listdir(self.top)
        return done.stderr


def same(a, b):
    with open(a, 'rb') as left, open(b, 'rb') as right:
        return left.read() == right.read()


# The office itself; the names are what the sheets are made from.
CATALOGUE = {'format': 1, 'name': '某县某镇人民政府', 'short': '某镇', 'code': '640502017', 'level': 'township',
             'language': 'zh-CN'}


def base(office):
    office.write('catalogue.yaml', CATALOGUE)
    office.write('units/dz.yaml', {'id': 'dz', 'name': '党政综合办公室', 'kind': 'inner'})
    office.write('units/zf.yaml', {'id': 'zf', 'name': '某县某镇人民政府', 'kind': 'office'})
