# Tests that need node and the packages of tests/node (./dev deps): 77 where they are not there.
# gk_node(NAME SCRIPT ARGUMENT...): node tests/node/SCRIPT ARGUMENT...
function(gk_node name script)
  add_test(NAME node/${name} COMMAND ${PROJECT_SOURCE_DIR}/tests/node/run.sh ${script} ${ARGN})
  set_tests_properties(node/${name} PROPERTIES SKIP_RETURN_CODE 77)
endfunction()

# The schemas judge records as they should.
gk_node(schemas schemas.js ${PROJECT_SOURCE_DIR})

# gk and ajv find the same in thousands of mutants.
add_executable(finder ${PROJECT_SOURCE_DIR}/tests/node/finder.c)
target_link_libraries(finder PRIVATE gk_check gk_flags)
gk_node(differential differential.js ${PROJECT_SOURCE_DIR} $<TARGET_FILE:finder>)

# What gk validate prints, by readers of each form.
gk_node(forms forms.js ${PROJECT_SOURCE_DIR} $<TARGET_FILE:gk>)

# A year of an office in which there is nothing to find.
gk_node(year year.js ${PROJECT_SOURCE_DIR} $<TARGET_FILE:gk> $<TARGET_FILE:finder>)

# What gk export takes along, by the schemas.
gk_node(export export.js ${PROJECT_SOURCE_DIR} $<TARGET_FILE:gk>)

# What an editor shows of a record.
gk_node(editor editor.js ${PROJECT_SOURCE_DIR})
