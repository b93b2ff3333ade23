#ifndef ANZHI_STORE_SCHEMA_H
#define ANZHI_STORE_SCHEMA_H

/* schema.sql, compiled in. */

extern const unsigned char store_schema[];
extern const unsigned long store_schema_size;

#endif
