gk_unit(kind_examples record)
gk_unit(kind_rules record)
gk_unit(kinds record)
