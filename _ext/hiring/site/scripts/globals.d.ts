/** What the search's scripts have in common, and what its data files hand their data to. */
declare var hiringSearch: HiringSearch;

/** What the generator's data files hand their data to. */
declare var hiringGenerator: { receive(name: string, data: unknown): void };
