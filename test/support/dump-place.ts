// A place for the scripts that write and put back dumps: a copy of deploy/, a folder of backups, and programs of PostgreSQL that do what the test
// plans; the real ones are met by deploy/test/in-a-box.sh. As root, what is done for the account sni is done for the account nobody.
import { spawnSync } from 'node:child_process';
import { chmodSync, chownSync, cpSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir, userInfo } from 'node:os';
import { dirname, join } from 'node:path';
import { projectRoot } from '../../lib/config.js';

const isRoot = userInfo().uid === 0;
/** For whom it is done. */
export const account = isRoot ? 'nobody' : userInfo().username;
export const accountId = Number(spawnSync('id', ['-u', account], { encoding: 'utf8' }).stdout);

/** A dump is `PGDMP`, lines, and an end, after which pg_dump 17 writes more into a file; what lacks its end breaks off while it is read, after most of it was written out. */
const programs = {
  pg_dump:
    '[ ! -e "$PLACE/full" ] || { echo "pg_dump: error: No space left on device" >&2; exit 1; }; printf "PGDMP\\nrow of %s\\nend\\n" "$PGDATABASE"; [ -p /dev/fd/1 ] || echo what nothing reads',
  pg_restore: `content=$(cat)
    case "$*" in
      *--list*) printf '1; 2615 2200 SCHEMA - public owner\\n2; 0 0 COMMENT - EXTENSION pg_trgm \\n3; 1259 5 TABLE public titles sni\\n' ;;
      *) for word in "$@"; do case $word in
          --use-list=*) sed 's/^/-- part /' "\${word#*=}" ;;
          --file=-) printf 'SET lock_timeout = 0;\\nSET transaction_timeout = 0;\\nSET client_encoding = utf8;\\n' ;;
        esac; done; printf '%s\\n' "$content"
        case $content in *end) ;; *) echo 'pg_restore: error: could not read from input file: end of file' >&2; exit 1 ;; esac ;;
    esac`,
  psql: 'cat >> "$PLACE/psql"; [ ! -e "$PLACE/refuses" ]',
};

interface Said {
  status: number | null;
  stdout: string;
  stderr: string;
}

export interface DumpPlace {
  folder: string;
  backups: string;
  /** Runs a line of bash as an administrator has it, with the places of the test. */
  bash: (line: string) => Said;
  /** backup.sh with these flags. */
  backup: (flags?: string) => Said;
  /** Puts a program of PostgreSQL, the rest of a script of bash, in the place of the planned one. */
  plan: (name: string, text: string) => void;
  /** What psql was sent. */
  sent: () => string;
  /** Writes a dump of this text; returns where it stands. */
  dump: (text: string, path?: string) => string;
  remove: () => void;
}

export function makeDumpPlace(): DumpPlace {
  const folder = mkdtempSync(join(tmpdir(), 'sni-dump-'));
  const backups = join(folder, 'backups');
  chmodSync(folder, 0o755);
  for (const path of [backups, join(folder, 'bin'), join(folder, 'said')]) mkdirSync(path);
  for (const path of [backups, join(folder, 'said')]) chownSync(path, accountId, -1);
  // That account may not be allowed into this checkout.
  cpSync(join(projectRoot, 'deploy'), join(folder, 'deploy'), { recursive: true });
  const plan = (name: string, text: string): void => {
    writeFileSync(join(folder, 'bin', name), `#!/bin/bash\nset -o pipefail\n${text}\n`);
    chmodSync(join(folder, 'bin', name), 0o755);
  };
  for (const [name, text] of Object.entries(programs)) plan(name, text);
  const bash = (line: string): Said => {
    const env = {
      PATH: `${join(folder, 'bin')}:${dirname(process.execPath)}:/usr/sbin:/usr/bin:/sbin:/bin`,
      PLACE: join(folder, 'said'),
      ...{ account, backups, settings: join(folder, 'etc'), DATABASE_URL: 'postgres:///news?host=/nowhere' },
    };
    const { status, stdout, stderr } = spawnSync('bash', ['-c', line], {
      encoding: 'utf8',
      cwd: folder,
      env,
      stdio: ['ignore', 'pipe', 'pipe'],
    });
    return { status, stdout, stderr };
  };
  return {
    folder,
    backups,
    bash,
    plan,
    backup: (flags = '') => bash(`bash ${folder}/deploy/backup.sh ${flags}`),
    sent: () => readFileSync(join(folder, 'said/psql'), 'utf8'),
    dump: (text, path = join(folder, 'some.dump')) => {
      writeFileSync(path, text);
      return path;
    },
    remove: () => rmSync(folder, { recursive: true, force: true }),
  };
}
