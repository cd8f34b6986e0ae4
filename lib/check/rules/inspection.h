/*
 * What inspectors look at (检查指标, 国办秘函〔2019〕19号).
 *
 * Included by check/rules.h alone.
 */
#ifndef GK_CHECK_RULES_INSPECTION_H
#define GK_CHECK_RULES_INSPECTION_H

#define RULES_INSPECTION(RULE)

#endif
