from django.db import migrations

# ENABLE ALWAYS: the triggers fire also where session_replication_role says replica.
CLOSE = """
CREATE FUNCTION activity_entry_refuse() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    RAISE EXCEPTION 'The activity log is append-only: % of activity_entry is refused.', TG_OP
        USING ERRCODE = 'insufficient_privilege';
END
$$;
CREATE TRIGGER activity_entry_unchanged BEFORE UPDATE OR DELETE ON activity_entry
    FOR EACH ROW EXECUTE FUNCTION activity_entry_refuse();
CREATE TRIGGER activity_entry_kept BEFORE TRUNCATE ON activity_entry
    FOR EACH STATEMENT EXECUTE FUNCTION activity_entry_refuse();
ALTER TABLE activity_entry ENABLE ALWAYS TRIGGER activity_entry_unchanged;
ALTER TABLE activity_entry ENABLE ALWAYS TRIGGER activity_entry_kept;
"""
OPEN = """
DROP TRIGGER activity_entry_kept ON activity_entry;
DROP TRIGGER activity_entry_unchanged ON activity_entry;
DROP FUNCTION activity_entry_refuse();
"""


class Migration(migrations.Migration):
    dependencies = [("activity", "0001_initial")]

    operations = [migrations.RunSQL(CLOSE, OPEN)]
