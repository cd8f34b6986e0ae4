gk_unit(check_rules check)
