// Written after api.md until the server's schema is generated over it (`npm run types`).
type Json<T> = { content: { "application/json": T } };
type Answer<T> = { headers: Record<string, unknown>; content: { "application/json": T } };
type Envelope<T> = { success: true; message: string; data: T };
type Paged<T> = Envelope<T[]> & { meta: { page: number; page_size: number; total: number } };
type Failure = { success: false; message: string; code: string; data: unknown };
type Op<R, P = { query?: never; path?: never; header?: never; cookie?: never }, B = undefined> = {
  parameters: P;
  responses: { 200: Answer<R>; default: Answer<Failure> };
} & ([B] extends [undefined] ? { requestBody?: never } : { requestBody: Json<B> });
type Query<Q> = { query?: Q; path?: never; header?: never; cookie?: never };
type ById = { path: { id: number }; query?: never; header?: never; cookie?: never };
type ByDoctor = { path: { id: number | "me" }; query?: never; header?: never; cookie?: never };
type None = { query?: never; path?: never; header?: never; cookie?: never };
type Page = { page?: number; page_size?: number };

export interface components {
  schemas: {
    Role: "patient" | "doctor" | "admin";
    Gender: "female" | "male" | "other" | "undisclosed";
    Language: "en" | "sw";
    State: "pending" | "active" | "rejected" | "deactivated";
    Status: "scheduled" | "completed" | "cancelled" | "no_show";
    Act: "cancel" | "reschedule" | "check-in" | "complete" | "no-show";
    WhyNone: "past" | "beyond_horizon" | "closed" | "unavailable" | "not_working" | "away" | "too_soon" | "full";
    DoctorProfile: {
      user: number; specialization: string; license_number?: string; availability: boolean; slot_minutes: number | null;
    };
    PatientProfile: {
      user: number; age: number; date_of_birth: string; gender: components["schemas"]["Gender"]; medical_history?: string;
    };
    User: {
      id: number; email: string; full_name: string; national_id: string; phone_number: string;
      role: components["schemas"]["Role"]; profile_pic: string; language: components["schemas"]["Language"];
      is_active: boolean; doctor_profile: components["schemas"]["DoctorProfile"] | null;
      patient_profile: components["schemas"]["PatientProfile"] | null;
    };
    Person: components["schemas"]["User"] & { state: components["schemas"]["State"]; created_at: string };
    Registration: {
      date_of_birth?: string | null; gender?: components["schemas"]["Gender"] | null; specialization?: string;
      license_number?: string; reject_reason?: string;
    };
    PersonDetail: components["schemas"]["Person"] & { registration: components["schemas"]["Registration"] | null };
    Register: {
      national_id: string; email: string; phone_number: string; full_name: string; password: string;
      role: components["schemas"]["Role"]; date_of_birth?: string; gender?: components["schemas"]["Gender"];
      specialization?: string; license_number?: string; profile_pic?: string; language?: components["schemas"]["Language"];
    };
    Session: { id: number; device: string; address: string; created_at: string; last_seen: string; current: boolean };
    Clinic: {
      name: string; time_zone: string; country: string; phone_number: string; email: string; address: string;
      languages: { code: components["schemas"]["Language"]; name: string }[]; show_pictures: boolean; today: string; slot_minutes: number; booking_horizon_days: number;
      minimum_notice_minutes: number; cancellation_notice_minutes: number; max_upcoming_per_patient: number;
      reminder_hours_before: number; opening_weekdays: number[];
    };
    ClosedDay: { id: number; date: string; name: string };
    SlotAt: { date: string; time: string };
    Doctor: {
      id: number; full_name: string; profile_pic: string; specialization: string; availability: boolean;
      slot_minutes: number | null; next_open: components["schemas"]["SlotAt"] | null; license_number?: string;
    };
    Specialization: { name: string; doctors: number };
    SlotDay: {
      date: string; times: string[]; why_none: components["schemas"]["WhyNone"] | null; closed_name: string | null;
    };
    WorkingHours: { weekday: number; opens: string; closes: string };
    TimeOff: { id: number; starts_at: string; ends_at: string; reason: string };
    HistoryVersion: { id: number; text: string; written_by: number | null; written_by_name: string; written_at: string };
    Reading: { at: string; by: number; by_name: string; act: "read" | "wrote" };
    Visit: {
      id: number; appointment_date: string; appointment_time: string; status: components["schemas"]["Status"];
      created_at: string; patient: number; doctor: number; starts_at: string; ends_at: string; patient_name: string;
      doctor_name: string; specialization: string; reason: string; checked_in_at: string | null;
      cancelled_by: { id: number; role: components["schemas"]["Role"] } | null; cancel_reason: string;
      can: components["schemas"]["Act"][];
    };
    VisitHistory: {
      at: string; by: number | null; by_name: string;
      act: "booked" | "rescheduled" | "cancelled" | "checked_in" | "completed" | "no_show";
      from: components["schemas"]["SlotAt"] | null; to: components["schemas"]["SlotAt"] | null;
    };
    VisitDetail: components["schemas"]["Visit"] & { history: components["schemas"]["VisitHistory"][] };
    Activity: {
      id: number; at: string; actor: number | null; actor_name: string; address: string; action: string; target: string;
      details: { [key: string]: unknown };
    };
  };
}

type S = components["schemas"];
type Settings = Partial<Omit<S["Clinic"], "languages" | "opening_weekdays" | "today">>;

export interface paths {
  "/api/auth/register/": { post: Op<Envelope<S["User"]>, None, S["Register"]> };
  "/api/auth/login/": {
    post: Op<Envelope<{ access: string; refresh?: string; user: S["User"] }>, None, { national_id: string; password: string }>;
  };
  "/api/auth/token/refresh/": { post: Op<Envelope<{ access: string; refresh?: string }>> };
  "/api/auth/logout/": { post: Op<Envelope<null>> };
  "/api/auth/me/": {
    get: Op<Envelope<S["User"]>>;
    patch: Op<Envelope<S["User"]>, None, {
      full_name?: string; profile_pic?: string; language?: S["Language"]; date_of_birth?: string; gender?: S["Gender"];
      email?: string; phone_number?: string; password?: string;
    }>;
  };
  "/api/auth/password/change/": {
    post: Op<Envelope<{ access: string; refresh?: string }>, None, { old_password: string; new_password: string }>;
  };
  "/api/auth/sessions/": { get: Op<Paged<S["Session"]>, Query<Page>> };
  "/api/auth/sessions/{id}/": { delete: Op<Envelope<null>, ById> };
  "/api/users/": {
    get: Op<Paged<S["Person"]>, Query<Page & { state?: S["State"]; role?: S["Role"]; search?: string }>>;
  };
  "/api/users/{id}/": {
    get: Op<Envelope<S["PersonDetail"]>, ById>;
    patch: Op<Envelope<S["PersonDetail"]>, ById, {
      full_name?: string; national_id?: string; email?: string; phone_number?: string;
    }>;
  };
  "/api/users/{id}/activate/": { post: Op<Envelope<S["PersonDetail"]>, ById> };
  "/api/users/{id}/reject/": { post: Op<Envelope<S["PersonDetail"]>, ById, { reason: string }> };
  "/api/users/{id}/deactivate/": { post: Op<Envelope<S["PersonDetail"]>, ById, { cancel_appointments?: boolean }> };
  "/api/clinic/": { get: Op<Envelope<S["Clinic"]>>; patch: Op<Envelope<S["Clinic"]>, None, Settings> };
  "/api/clinic/closed-days/": {
    get: Op<Paged<S["ClosedDay"]>, Query<Page>>;
    post: Op<Envelope<S["ClosedDay"]>, None, { date: string; name: string; cancel_appointments?: boolean }>;
  };
  "/api/clinic/closed-days/{id}/": { delete: Op<Envelope<null>, ById> };
  "/api/doctors/": {
    get: Op<Paged<S["Doctor"]>, Query<Page & { search?: string; specialization?: string; availability?: boolean }>>;
  };
  "/api/doctors/specializations/": { get: Op<Envelope<S["Specialization"][]>> };
  "/api/doctors/{id}/": {
    get: Op<Envelope<S["Doctor"]>, ByDoctor>;
    patch: Op<Envelope<S["Doctor"]>, ByDoctor, {
      availability?: boolean; slot_minutes?: number | null; specialization?: string; license_number?: string;
    }>;
  };
  "/api/doctors/{id}/slots/": {
    get: Op<Envelope<S["SlotDay"][]>, { path: { id: number | "me" }; query: { date: string; days?: number } }>;
  };
  "/api/doctors/{id}/working-hours/": {
    get: Op<Envelope<S["WorkingHours"][]>, ByDoctor>;
    put: Op<Envelope<S["WorkingHours"][]>, { path: { id: number | "me" }; query?: { cancel_appointments?: boolean } }, S["WorkingHours"][]>;
  };
  "/api/doctors/{id}/time-off/": {
    get: Op<Paged<S["TimeOff"]>, { path: { id: number | "me" }; query?: Page }>;
    post: Op<Envelope<S["TimeOff"]>, ByDoctor, {
      starts_at: string; ends_at: string; reason?: string; cancel_appointments?: boolean;
    }>;
  };
  "/api/doctors/{id}/time-off/{time_off_id}/": {
    delete: Op<Envelope<null>, { path: { id: number | "me"; time_off_id: number } }>;
  };
  "/api/patients/": { get: Op<Paged<S["User"]>, Query<Page & { search?: string }>> };
  "/api/patients/{id}/": {
    get: Op<Envelope<S["User"]>, ById>;
    patch: Op<Envelope<S["User"]>, ById, { medical_history: string }>;
  };
  "/api/patients/{id}/medical-history/": {
    get: Op<Paged<S["HistoryVersion"]>, { path: { id: number }; query?: Page }>;
  };
  "/api/patients/{id}/readings/": { get: Op<Paged<S["Reading"]>, { path: { id: number }; query?: Page }> };
  "/api/appointments/": {
    get: Op<Paged<S["Visit"]>, Query<Page & {
      when?: "upcoming" | "past"; status?: S["Status"]; doctor?: number; patient?: number; from?: string; to?: string;
    }>>;
    post: Op<Envelope<S["VisitDetail"]>, { header?: { "Idempotency-Key"?: string } }, {
      doctor: number; appointment_date: string; appointment_time: string; reason?: string; patient?: number;
    }>;
  };
  "/api/appointments/{id}/": { get: Op<Envelope<S["VisitDetail"]>, ById> };
  "/api/appointments/{id}/cancel/": { post: Op<Envelope<S["VisitDetail"]>, ById, { reason?: string }> };
  "/api/appointments/{id}/reschedule/": {
    post: Op<Envelope<S["VisitDetail"]>, ById, { appointment_date: string; appointment_time: string; doctor?: number }>;
  };
  "/api/appointments/{id}/check-in/": { post: Op<Envelope<S["VisitDetail"]>, ById> };
  "/api/appointments/{id}/complete/": { post: Op<Envelope<S["VisitDetail"]>, ById> };
  "/api/appointments/{id}/no-show/": { post: Op<Envelope<S["VisitDetail"]>, ById> };
  "/api/activity/": {
    get: Op<Paged<S["Activity"]>, Query<Page & {
      actor?: number; action?: string; target?: string; from?: string; to?: string;
    }>>;
  };
}
