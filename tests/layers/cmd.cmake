file(GLOB cases CONFIGURE_DEPENDS RELATIVE ${PROJECT_SOURCE_DIR}/tests/cli ${PROJECT_SOURCE_DIR}/tests/cli/*/cmd)
foreach(case IN LISTS cases)
  get_filename_component(case ${case} DIRECTORY)
  add_test(NAME cli/${case}
    COMMAND ${PROJECT_SOURCE_DIR}/tests/cli/run-case.sh $<TARGET_FILE:gk> ${PROJECT_SOURCE_DIR}/tests/cli/${case})
endforeach()

# What is printed as JSON, against schemas/output.
add_executable(fits ${PROJECT_SOURCE_DIR}/tests/output/fits.c)
target_link_libraries(fits PRIVATE gk_format gk_flags)
add_test(NAME cli-json
  COMMAND ${PROJECT_SOURCE_DIR}/tests/output/run.sh $<TARGET_FILE:gk> $<TARGET_FILE:fits> ${PROJECT_SOURCE_DIR})

# The commands of gk stopped at their system calls, a test for each row of the table, and many writers
# at once.  Not under a sanitizer: it makes calls of its own.
if(NOT GK_SANITIZE)
  # Names alone: brackets and semicolons of the lines would make other lists of them.
  execute_process(COMMAND sed -n "s/^\\([a-z][a-z-]*\\) .*/\\1/p" ${PROJECT_SOURCE_DIR}/tests/fault/commands
    OUTPUT_VARIABLE rows OUTPUT_STRIP_TRAILING_WHITESPACE COMMAND_ERROR_IS_FATAL ANY)
  string(REPLACE "\n" ";" rows "${rows}")
  set_property(DIRECTORY APPEND PROPERTY CMAKE_CONFIGURE_DEPENDS ${PROJECT_SOURCE_DIR}/tests/fault/commands)
  foreach(row IN LISTS rows)
    foreach(how IN ITEMS kill ENOSPC)
      add_test(NAME fault/gk-${how}-${row}
        COMMAND ${PROJECT_SOURCE_DIR}/tests/fault/campaign.sh $<TARGET_FILE:fault> $<TARGET_FILE:writer> ${how} 6 ${row} $<TARGET_FILE:gk>)
    endforeach()
  endforeach()
  foreach(place IN ITEMS detached worktree folder unborn bare journal index merge read-only another-user not-mine)
    add_test(NAME fault/place-${place}
      COMMAND ${PROJECT_SOURCE_DIR}/tests/fault/places.sh $<TARGET_FILE:gk> $<TARGET_FILE:fault> ${place})
    set_tests_properties(fault/place-${place} PROPERTIES SKIP_RETURN_CODE 77)
  endforeach()
  add_test(NAME fault/together
    COMMAND ${PROJECT_SOURCE_DIR}/tests/fault/together.sh $<TARGET_FILE:gk> ${PROJECT_SOURCE_DIR}/tests/fixtures 8 6)
endif()

# Conversations at a terminal.
add_executable(converse ${PROJECT_SOURCE_DIR}/tests/cli-tty/converse.c
               ${PROJECT_SOURCE_DIR}/tests/cli-tty/screen.c)
target_link_libraries(converse PRIVATE gk_base gk_flags)
file(GLOB cases CONFIGURE_DEPENDS RELATIVE ${PROJECT_SOURCE_DIR}/tests/cli-tty ${PROJECT_SOURCE_DIR}/tests/cli-tty/*/cmd)
foreach(case IN LISTS cases)
  get_filename_component(case ${case} DIRECTORY)
  add_test(NAME cli-tty/${case}
    COMMAND ${PROJECT_SOURCE_DIR}/tests/cli/run-case.sh $<TARGET_FILE:gk>
            ${PROJECT_SOURCE_DIR}/tests/cli-tty/${case} $<TARGET_FILE:converse>)
  set_tests_properties(cli-tty/${case} PROPERTIES SKIP_RETURN_CODE 77)
endforeach()

# Papers in old formats, where LibreOffice is installed.
add_test(NAME papers/office
  COMMAND ${PROJECT_SOURCE_DIR}/tests/papers/office.sh $<TARGET_FILE:gk> ${PROJECT_SOURCE_DIR}/tests/fixtures)
add_test(NAME papers/read
  COMMAND ${PROJECT_SOURCE_DIR}/tests/papers/read.sh $<TARGET_FILE:gk> ${PROJECT_SOURCE_DIR})
set_tests_properties(papers/office papers/read PROPERTIES SKIP_RETURN_CODE 77)

find_program(PYTHON python3 PATHS /usr/bin NO_DEFAULT_PATH)

# Hostile input.  A sanitizer takes all the address space there is.
set(memory)
if(NOT GK_SANITIZE)
  set(memory 600000)
endif()
add_test(NAME hostile
  COMMAND ${PROJECT_SOURCE_DIR}/tests/hostile/hostile.sh $<TARGET_FILE:gk> ${PROJECT_SOURCE_DIR}/tests/fixtures ${memory})

if(PYTHON)
  add_test(NAME hostile-import
    COMMAND ${PYTHON} ${PROJECT_SOURCE_DIR}/tests/hostile/workbooks.py $<TARGET_FILE:gk> ${PROJECT_SOURCE_DIR}/tests/fixtures ${memory})
  set_tests_properties(hostile-import PROPERTIES ENVIRONMENT PYTHONDONTWRITEBYTECODE=1)
endif()

# The workflows of docs/ci, their commands run after real pushes.
foreach(forge IN ITEMS github gitlab gitee)
  add_test(NAME ci/${forge}
    COMMAND ${PROJECT_SOURCE_DIR}/tests/ci/run-ci.sh $<TARGET_FILE:gk> ${PROJECT_SOURCE_DIR} ${forge})
endforeach()

# What gk export writes, read by another reader of XLSX (python3-openpyxl), and by SQLite.
if(PYTHON)
  add_test(NAME sheet/catalogue
    COMMAND ${PYTHON} ${PROJECT_SOURCE_DIR}/tests/sheet/catalogue.py $<TARGET_FILE:gk> ${PROJECT_SOURCE_DIR}/tests/fixtures)
  add_test(NAME sheet/edit
    COMMAND ${PYTHON} ${PROJECT_SOURCE_DIR}/tests/sheet/edit.py $<TARGET_FILE:gk> ${PROJECT_SOURCE_DIR}/catalogue)
  set_tests_properties(sheet/catalogue sheet/edit PROPERTIES SKIP_RETURN_CODE 77 ENVIRONMENT PYTHONDONTWRITEBYTECODE=1)
endif()

# Two clones at random, in pieces that run beside each other: 200 histories, fewer where a sanitizer looks on.
add_executable(histories ${PROJECT_SOURCE_DIR}/tests/pull/histories.c)
target_link_libraries(histories PRIVATE gk_base gk_flags)
set(histories 50)
if(GK_SANITIZE)
  set(histories 5)
endif()
foreach(piece RANGE 3)
  math(EXPR first "1 + ${piece} * ${histories}")
  add_test(NAME pull/histories-${first}
    COMMAND ${PROJECT_SOURCE_DIR}/tests/pull/histories.sh $<TARGET_FILE:gk> $<TARGET_FILE:histories>
            ${PROJECT_SOURCE_DIR}/tests/fixtures/mini ${first} ${histories})
endforeach()

# The standard catalogue in the forms that offices have, read back cell by cell.
add_test(NAME import-forms
  COMMAND ${PROJECT_SOURCE_DIR}/tests/import/run.sh $<TARGET_FILE:gk> ${PROJECT_SOURCE_DIR})
set_tests_properties(import-forms PROPERTIES SKIP_RETURN_CODE 77)

# Sheets as offices have them, with what a careful clerk would take from each row.
add_test(NAME import-offices
  COMMAND ${PROJECT_SOURCE_DIR}/tests/offices/run.sh $<TARGET_FILE:gk> ${PROJECT_SOURCE_DIR})
set_tests_properties(import-offices PROPERTIES SKIP_RETURN_CODE 77)
