from django.db import migrations

REFUSE = """
CREATE FUNCTION activity_refuse() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    RAISE EXCEPTION 'The activity log is append-only: % of % is refused.', TG_OP, TG_TABLE_NAME
        USING ERRCODE = 'insufficient_privilege';
END
$$;
"""
# ENABLE ALWAYS: the triggers fire also where session_replication_role says replica.
CLOSE = """
CREATE TRIGGER {table}_unchanged BEFORE UPDATE OR DELETE ON {table}
    FOR EACH ROW EXECUTE FUNCTION activity_refuse();
CREATE TRIGGER {table}_kept BEFORE TRUNCATE ON {table}
    FOR EACH STATEMENT EXECUTE FUNCTION activity_refuse();
ALTER TABLE {table} ENABLE ALWAYS TRIGGER {table}_unchanged;
ALTER TABLE {table} ENABLE ALWAYS TRIGGER {table}_kept;
"""
OPEN = """
DROP TRIGGER {table}_kept ON {table};
DROP TRIGGER {table}_unchanged ON {table};
"""


def closing(table: str) -> migrations.RunSQL:
    return migrations.RunSQL(CLOSE.format(table=table), OPEN.format(table=table))


class Migration(migrations.Migration):
    dependencies = [("activity", "0001_initial")]

    operations = [
        migrations.RunSQL(REFUSE, "DROP FUNCTION activity_refuse();"),
        closing("activity_entry"),
        closing("activity_seal"),
    ]
