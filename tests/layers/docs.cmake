# Every command that the READMEs and the manual pages show is run.
add_test(NAME docs/readme COMMAND ${PROJECT_SOURCE_DIR}/tests/docs/run-readme.sh
         $<TARGET_FILE:gk> ${PROJECT_SOURCE_DIR}/README.md en_US.UTF-8)
add_test(NAME docs/readme-zh COMMAND ${PROJECT_SOURCE_DIR}/tests/docs/run-readme.sh
         $<TARGET_FILE:gk> ${PROJECT_SOURCE_DIR}/README.zh.md zh_CN.UTF-8)
add_test(NAME docs/man COMMAND ${PROJECT_SOURCE_DIR}/tests/docs/run-man.sh
         $<TARGET_FILE:gk> ${PROJECT_SOURCE_DIR}/catalogue ${PROJECT_SOURCE_DIR}/docs/man)
