/** What the search's scripts have in common, and what its data files hand their data to. */
declare var hiringSearch: HiringSearch;
