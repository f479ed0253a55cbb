"""Maintenance Jobs as JSON."""

from marshmallow import Schema, fields, validate

from app.fields import FreshSchema, LondonTime, PagingSchema, PlainText, TrueOrFalse

NOTE_LENGTH = 4_000


class JobFilterSchema(PagingSchema):
    """Which jobs are wanted."""

    status = fields.String(load_default=None, validate=validate.OneOf(("open", "completed")))
    q = fields.String(load_default="", validate=validate.Length(max=200))


class PropertySchema(Schema):
    """Where a job is."""

    property_id = fields.String(data_key="propertyId")
    address = fields.String()
    postcode = fields.String()
    access = fields.String()


class ReporterSchema(Schema):
    """Who reported a job."""

    name = fields.String()
    phone = fields.String()
    email = fields.String()


class NoteSchema(Schema):
    """A note on a job."""

    note_id = fields.String(data_key="noteId")
    note = fields.String()
    author = fields.String()
    created_at = LondonTime(data_key="createdAt")


class JobSchema(Schema):
    """One maintenance job."""

    job_id = fields.String(data_key="jobId")
    reference = fields.String()
    title = fields.String()
    description = fields.String()
    status = fields.String()
    completed = fields.Boolean()
    priority = fields.String()
    category = fields.String()
    reported_at = LondonTime(data_key="reportedAt")
    completed_at = LondonTime(data_key="completedAt")
    place = fields.Nested(PropertySchema, data_key="property")
    reported_by = fields.Nested(ReporterSchema, data_key="reportedBy")
    notes = fields.List(fields.Nested(NoteSchema))
    notes_complete = fields.Boolean(data_key="notesComplete")


class JobsSchema(FreshSchema):
    """A slice of a contractor's jobs."""

    jobs = fields.List(fields.Nested(JobSchema))
    total = fields.Integer()


class CompletionSchema(Schema):
    """The wanted end; without it the job is toggled."""

    completed = TrueOrFalse(load_default=None, allow_none=False)


class NewNoteSchema(Schema):
    """A note to add; trimmed, line breaks kept."""

    note = PlainText(required=True, longest=NOTE_LENGTH)
