gk_unit(index store)
gk_unit(index_query store)
