gk_unit(check_catalogue check)
gk_unit(check_record check)
gk_unit(check_rules check)
gk_unit(finding check)
