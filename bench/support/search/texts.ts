import type postgres from 'postgres';

/** Words of the generated language; frequencies fall with rank (Zipf's law). */
const VOCABULARY = 60_000;
const SYLLABLES =
  'ka lo mi ten sor vel pra du nex tri gan hul bor zim fet cor yat pel rud sun'.split(' ');

/** Returns the word at a rank of the vocabulary, the most common one at 0. */
export function wordAt(place: number): string {
  let rest = place;
  let word = '';
  for (let n = 0; n < 4; n++) {
    word += SYLLABLES[rest % SYLLABLES.length];
    rest = Math.floor(rest / SYLLABLES.length);
  }
  return word;
}

/**
 * Fills an empty, migrated database with harvested papers: nine words of title and 150 of abstract
 * each, with natural word frequencies, and two authors.
 */
export async function fillTexts(sql: postgres.Sql, papers: number): Promise<void> {
  const words = Array.from({ length: VOCABULARY }, (_, place) => wordAt(place));
  await sql`create table bench_words (place int primary key, word text not null)`;
  await sql`insert into bench_words select ordinality - 1, word
    from unnest(${words}::text[]) with ordinality as w (word, ordinality)`;
  for (let first = 1; first <= papers; first += 10_000) {
    const last = Math.min(papers, first + 9_999);
    // exp of a uniform number between 0 and ln(size) follows Zipf's law.
    await sql`
      insert into papers (slug, source, external_id, title, abstract, published_at, categories)
      select 'bench-' || t.i, 'bench', t.i::text,
        string_agg(w.word, ' ') filter (where t.n <= 9),
        string_agg(w.word, ' ') filter (where t.n > 9),
        timestamptz '2020-01-01Z' + t.i * interval '1 minute', array['cs.LG']
      from (
        select i, n, least(floor(exp(random() * ln(${VOCABULARY}::float8 + 1))) - 1,
          ${VOCABULARY - 1})::int as place
        from generate_series(${first}::int, ${last}::int) i, generate_series(1, 159) n
      ) t
      join bench_words w on w.place = t.place
      group by t.i order by t.i`;
  }
  await sql`insert into paper_authors (paper_id, position, name)
    select id, p, 'Author ' || (id * 7 + p) % 5000 from papers, generate_series(0, 1) p`;
}
