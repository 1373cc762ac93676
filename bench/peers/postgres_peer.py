#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-2.0-or-later
"""PostgreSQL full text as a peer of khabar, on a server of its own. See bench/peers/README.md.

    postgres_peer.py index LANGUAGE CORPUS INDEX      makes the server's folder, starts and stops it
    postgres_peer.py run   LANGUAGE INDEX TOPICS RUN
    postgres_peer.py time  LANGUAGE INDEX QUERIES ROUNDS words|phrase SECONDS

The server listens on a socket in INDEX alone. It refuses to run as root; then it is the user
postgres's, to whom INDEX is given.
"""
import contextlib
import glob
import gzip
import json
import os
import pwd
import shutil
import subprocess
import sys
import time

SETTINGS = {
    "listen_addresses": "''", "fsync": "off", "full_page_writes": "off", "synchronous_commit": "off",
    "shared_buffers": "512MB", "maintenance_work_mem": "512MB", "work_mem": "64MB",
    "max_wal_size": "4GB", "autovacuum": "off", "jit": "off", "gin_fuzzy_search_limit": "0",
}
CONFIGURATION = {"ar": "arabic", "fa": "simple"}

# A title counts more than a body by the default weights of ts_rank; 1 divides by the length.
SCHEMA = """
create table article (id text, title text, body text, words tsvector);
create unlogged table line (article jsonb);
"""
FILL = """
insert into article select article->>'id', article->>'title', article->>'body',
  setweight(to_tsvector('{0}', coalesce(article->>'title', '')), 'A') ||
  setweight(to_tsvector('{0}', coalesce(article->>'body', '')), 'D') from line;
drop table line;
create index article_words on article using gin (words);
analyze article;
"""
# Any of the words, or all of them as a phrase; the clock is the server's, so that no protocol counts.
FUNCTIONS = """
create function any_word(words text) returns tsquery language sql immutable as
  $$ select replace(plainto_tsquery('{0}', words)::text, ' & ', ' | ')::tsquery $$;
create function search(query tsquery, count int) returns table (id text, score real) language sql as
  $$ select id, ts_rank(words, query, 1) as score from article where words @@ query
     order by score desc limit count $$;
create function time_searches(rounds int, phrase bool, seconds float)
returns table (microseconds float) language plpgsql as $$
declare
  started timestamptz;
  began timestamptz := clock_timestamp();
  one text;
begin
  for round in 0 .. rounds loop
    if round = 1 then began := clock_timestamp(); end if;
    for one in select words from query loop
      exit when extract(epoch from clock_timestamp() - began) > seconds;
      started := clock_timestamp();
      perform search(case when phrase then phraseto_tsquery('{0}', one) else any_word(one) end, 10);
      if round > 0 then
        microseconds := extract(epoch from clock_timestamp() - started) * 1e6;
        return next;
      end if;
    end loop;
  end loop;
end $$;
"""


def programs():
    folders = sorted(glob.glob("/usr/lib/postgresql/*/bin"), key=lambda path: int(path.split("/")[4]))
    return folders[-1] + "/" if folders else ""


def as_server_user(command):
    return ["runuser", "-u", "postgres", "--"] + command if os.getuid() == 0 else command


def run(command, **options):
    # The server's user cannot enter every folder of root's.
    done = subprocess.run(as_server_user(command), cwd="/", text=True, capture_output=True, **options)
    if done.returncode != 0:
        sys.exit(f"{command[0]} failed: {done.stdout}{done.stderr}")
    return done.stdout


def psql(folder, *arguments, **options):
    return run([programs() + "psql", "--no-psqlrc", "--quiet", "--tuples-only", "--no-align", "-v",
                "ON_ERROR_STOP=1", "-h", folder, "-d", "postgres", *arguments], **options)


@contextlib.contextmanager
def server(folder):
    control = [programs() + "pg_ctl", "-D", folder + "/data", "-s", "-w"]
    settings = " ".join(f"-c {name}={value}" for name, value in SETTINGS.items())
    run(control + ["-l", folder + "/log", "-o", f"{settings} -k {folder}", "start"])
    try:
        yield
    finally:
        run(control + ["-m", "fast", "stop"])


def make_folder(folder):
    shutil.rmtree(folder, ignore_errors=True)
    os.makedirs(folder)
    if os.getuid() == 0:
        shutil.chown(folder, "postgres")
    run([programs() + "initdb", "-D", folder + "/data", "-E", "UTF8", "--no-locale", "-A", "trust"])


def copy_in(folder, table, lines):
    # Every line is one value: quote and delimiter are bytes that no line has.
    command = f"copy {table} from stdin with (format csv, quote E'\\x01', delimiter E'\\x02')"
    psql(folder, "-c", command, input=lines)


def index(language, corpus, folder):
    make_folder(folder)
    with server(folder):
        with (gzip.open if corpus.endswith(".gz") else open)(corpus, "rt", encoding="utf-8") as lines:
            text = lines.read()
        start = time.perf_counter()
        psql(folder, "-c", SCHEMA)
        copy_in(folder, "line", text)
        psql(folder, "-c", FILL.format(CONFIGURATION[language]))
        seconds = time.perf_counter() - start
        psql(folder, "-c", FUNCTIONS.format(CONFIGURATION[language]))
        count = int(psql(folder, "-c", "select count(*) from article"))
        size = int(psql(folder, "-c", "select pg_total_relation_size('article')"))
    print(json.dumps({"documents": count, "seconds": seconds, "index_bytes": size}))


def score(folder, topics, path):
    with server(folder):
        psql(folder, "-c", "create table topic (line text)")
        copy_in(folder, "topic", open(topics, encoding="utf-8").read())
        hits = psql(folder, "-F", " ", "-c", """
          select split_part(line, E'\\t', 1), 'Q0', hit.id,
                 row_number() over (partition by line order by hit.score desc), hit.score, 'postgres'
          from topic, lateral search(any_word(split_part(line, E'\\t', 2)), 1000) as hit
          order by 1, 4""")
        psql(folder, "-c", "drop table topic")
    open(path, "w", encoding="utf-8").write(hits)


def time_searches(folder, queries, rounds, kind, seconds):
    with server(folder):
        psql(folder, "-c", "drop table if exists query; create table query (words text)")
        copy_in(folder, "query", open(queries, encoding="utf-8").read())
        row = psql(folder, "-c", f"""
          select count(*), percentile_disc(array[0.5, 0.9, 0.99]) within group (order by microseconds)
          from time_searches({rounds}, {kind == "phrase"}, {seconds})""")
    count, percentiles = row.strip().split("|")
    p50, p90, p99 = (float(value) for value in percentiles.strip("{}").split(","))
    print(json.dumps({"searches": int(count), "p50": p50, "p90": p90, "p99": p99}))


def main():
    if not programs():
        sys.exit("PostgreSQL is not installed (apt-get install postgresql)")
    if os.getuid() == 0:
        pwd.getpwnam("postgres")
    work, language, *rest = sys.argv[1:]
    if work == "index":
        index(language, rest[0], os.path.abspath(rest[1]))
    elif work == "run":
        score(os.path.abspath(rest[0]), rest[1], rest[2])
    else:
        time_searches(os.path.abspath(rest[0]), *rest[1:])


main()
