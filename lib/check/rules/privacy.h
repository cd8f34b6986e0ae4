/*
 * Personal data in what is public (个人信息保护法; 条例 Art 15).
 *
 * Included by check/rules.h alone.
 */
#ifndef GK_CHECK_RULES_PRIVACY_H
#define GK_CHECK_RULES_PRIVACY_H

#define RULES_PRIVACY(RULE)

#endif
