gk_unit(index store)
