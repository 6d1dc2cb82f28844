type Page<Row> = { data: Row[]; meta: { page: number; page_size: number; total: number } };

/** The most that the server puts on one page. */
const PAGE_SIZE = 100;

/** A list as a whole, page after page: for what is bounded by its question, such as the visits of a week. */
export async function allPages<Row>(
  fetchPage: (query: { page: number; page_size: number }) => Promise<Page<Row>>,
): Promise<Row[]> {
  const rows: Row[] = [];
  for (let page = 1; ; page += 1) {
    const { data, meta } = await fetchPage({ page, page_size: PAGE_SIZE });
    rows.push(...data);
    if (data.length === 0 || rows.length >= meta.total) return rows;
  }
}
