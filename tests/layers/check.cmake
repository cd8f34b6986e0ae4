gk_unit(check_rules check)
gk_unit(finding check)
