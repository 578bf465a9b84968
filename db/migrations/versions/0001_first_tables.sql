CREATE TABLE area_meeting (
    area_id VARCHAR(36),
    held_on DATE NOT NULL,
    place TEXT,
    audience TEXT,
    present INTEGER,
    unit_id VARCHAR(36) NOT NULL,
    id VARCHAR(36) NOT NULL,
    row_rev INTEGER DEFAULT '0' NOT NULL,
    gone BOOLEAN DEFAULT '0' NOT NULL,
    author VARCHAR(36),
    written_at VARCHAR(27),
    CONSTRAINT pk_area_meeting PRIMARY KEY (id)
);

CREATE INDEX ix_area_meeting_unit_id ON area_meeting (unit_id);

CREATE TABLE area_partner (
    area_id VARCHAR(36),
    organisation TEXT NOT NULL,
    name TEXT,
    phone TEXT,
    unit_id VARCHAR(36) NOT NULL,
    id VARCHAR(36) NOT NULL,
    row_rev INTEGER DEFAULT '0' NOT NULL,
    gone BOOLEAN DEFAULT '0' NOT NULL,
    author VARCHAR(36),
    written_at VARCHAR(27),
    CONSTRAINT pk_area_partner PRIMARY KEY (id)
);

CREATE INDEX ix_area_partner_unit_id ON area_partner (unit_id);

CREATE TABLE blob (
    hash VARCHAR(64) NOT NULL,
    bytes BLOB NOT NULL,
    CONSTRAINT pk_blob PRIMARY KEY (hash)
);

CREATE TABLE budget_line (
    name TEXT NOT NULL,
    year INTEGER NOT NULL,
    budget INTEGER NOT NULL,
    unit_id VARCHAR(36),
    id VARCHAR(36) NOT NULL,
    row_rev INTEGER DEFAULT '0' NOT NULL,
    gone BOOLEAN DEFAULT '0' NOT NULL,
    author VARCHAR(36),
    written_at VARCHAR(27),
    CONSTRAINT pk_budget_line PRIMARY KEY (id)
);

CREATE TABLE caseworker (
    name TEXT NOT NULL,
    sort_name TEXT NOT NULL,
    unit_id VARCHAR(36),
    role VARCHAR(40) NOT NULL,
    phone TEXT,
    email TEXT,
    active BOOLEAN NOT NULL,
    id VARCHAR(36) NOT NULL,
    row_rev INTEGER DEFAULT '0' NOT NULL,
    gone BOOLEAN DEFAULT '0' NOT NULL,
    author VARCHAR(36),
    written_at VARCHAR(27),
    CONSTRAINT pk_caseworker PRIMARY KEY (id)
);

CREATE TABLE changeset (
    seq INTEGER NOT NULL,
    id VARCHAR(36) NOT NULL,
    made_at VARCHAR(27) NOT NULL,
    author VARCHAR(36),
    use_case TEXT NOT NULL,
    CONSTRAINT pk_changeset PRIMARY KEY (seq)
);

CREATE TABLE citizen (
    cpr VARCHAR(10) NOT NULL,
    cpr_mark VARCHAR(40) NOT NULL,
    name TEXT NOT NULL,
    sort_name TEXT NOT NULL,
    search_text TEXT NOT NULL,
    born DATE NOT NULL,
    street TEXT,
    house_number TEXT,
    floor_and_door TEXT,
    postcode TEXT,
    city TEXT,
    address_protected BOOLEAN NOT NULL,
    housing_area_id VARCHAR(36),
    housing_area_overruled TEXT,
    phone TEXT,
    email TEXT,
    language TEXT,
    interpreter_needed BOOLEAN NOT NULL,
    contact_wish VARCHAR(40),
    children_at_home INTEGER,
    vocational_education BOOLEAN,
    first_enquiry_on DATE,
    weight INTEGER NOT NULL,
    merged_into VARCHAR(36),
    id VARCHAR(36) NOT NULL,
    row_rev INTEGER DEFAULT '0' NOT NULL,
    gone BOOLEAN DEFAULT '0' NOT NULL,
    author VARCHAR(36),
    written_at VARCHAR(27),
    withdrawn_on DATE,
    withdrawn_by VARCHAR(36),
    withdrawn_reason TEXT,
    CONSTRAINT pk_citizen PRIMARY KEY (id)
);

CREATE INDEX ix_citizen_cpr ON citizen (cpr);

CREATE INDEX ix_citizen_sort_name ON citizen (sort_name);

CREATE TABLE cover (
    for_worker_id VARCHAR(36) NOT NULL,
    by_worker_id VARCHAR(36) NOT NULL,
    from_on DATE NOT NULL,
    to_on DATE NOT NULL,
    unit_id VARCHAR(36) NOT NULL,
    id VARCHAR(36) NOT NULL,
    row_rev INTEGER DEFAULT '0' NOT NULL,
    gone BOOLEAN DEFAULT '0' NOT NULL,
    author VARCHAR(36),
    written_at VARCHAR(27),
    CONSTRAINT pk_cover PRIMARY KEY (id)
);

CREATE INDEX ix_cover_for_worker_id ON cover (for_worker_id);

CREATE INDEX ix_cover_unit_id ON cover (unit_id);

CREATE TABLE day_plan (
    patrol_id VARCHAR(36),
    area_id VARCHAR(36),
    day DATE NOT NULL,
    first_worker_id VARCHAR(36) NOT NULL,
    second_worker_id VARCHAR(36),
    expected_back_at VARCHAR(27),
    office_contact TEXT,
    checked_in_at VARCHAR(27),
    unit_id VARCHAR(36) NOT NULL,
    id VARCHAR(36) NOT NULL,
    row_rev INTEGER DEFAULT '0' NOT NULL,
    gone BOOLEAN DEFAULT '0' NOT NULL,
    author VARCHAR(36),
    written_at VARCHAR(27),
    CONSTRAINT pk_day_plan PRIMARY KEY (id)
);

CREATE INDEX ix_day_plan_unit_id ON day_plan (unit_id);

CREATE TABLE draft (
    id VARCHAR(36) NOT NULL,
    form TEXT NOT NULL,
    case_ref VARCHAR(36),
    about_id VARCHAR(36),
    state TEXT NOT NULL,
    saved_at VARCHAR(27) NOT NULL,
    CONSTRAINT pk_draft PRIMARY KEY (id)
);

CREATE TABLE form_template (
    form_id TEXT NOT NULL,
    version INTEGER NOT NULL,
    title TEXT NOT NULL,
    valid_from DATE,
    valid_to DATE,
    text TEXT NOT NULL,
    id VARCHAR(36) NOT NULL,
    row_rev INTEGER DEFAULT '0' NOT NULL,
    gone BOOLEAN DEFAULT '0' NOT NULL,
    author VARCHAR(36),
    written_at VARCHAR(27),
    CONSTRAINT pk_form_template PRIMARY KEY (id)
);

CREATE TABLE group_meeting (
    theme TEXT NOT NULL,
    purpose VARCHAR(40) NOT NULL,
    starts_at VARCHAR(27) NOT NULL,
    ends_at VARCHAR(27),
    place TEXT,
    seats INTEGER,
    language TEXT,
    interpreter_booked BOOLEAN NOT NULL,
    held_by VARCHAR(36),
    unit_id VARCHAR(36) NOT NULL,
    id VARCHAR(36) NOT NULL,
    row_rev INTEGER DEFAULT '0' NOT NULL,
    gone BOOLEAN DEFAULT '0' NOT NULL,
    author VARCHAR(36),
    written_at VARCHAR(27),
    CONSTRAINT pk_group_meeting PRIMARY KEY (id)
);

CREATE INDEX ix_group_meeting_unit_id ON group_meeting (unit_id);

CREATE TABLE home_visit (
    day_plan_id VARCHAR(36),
    household_id VARCHAR(36),
    rank INTEGER NOT NULL,
    arrived_at VARCHAR(27),
    left_at VARCHAR(27),
    incident TEXT,
    unit_id VARCHAR(36) NOT NULL,
    id VARCHAR(36) NOT NULL,
    row_rev INTEGER DEFAULT '0' NOT NULL,
    gone BOOLEAN DEFAULT '0' NOT NULL,
    author VARCHAR(36),
    written_at VARCHAR(27),
    CONSTRAINT pk_home_visit PRIMARY KEY (id)
);

CREATE INDEX ix_home_visit_unit_id ON home_visit (unit_id);

CREATE TABLE household (
    address_text TEXT,
    from_on DATE,
    to_on DATE,
    unit_id VARCHAR(36) NOT NULL,
    id VARCHAR(36) NOT NULL,
    row_rev INTEGER DEFAULT '0' NOT NULL,
    gone BOOLEAN DEFAULT '0' NOT NULL,
    author VARCHAR(36),
    written_at VARCHAR(27),
    CONSTRAINT pk_household PRIMARY KEY (id)
);

CREATE INDEX ix_household_unit_id ON household (unit_id);

CREATE TABLE housing_area (
    name TEXT NOT NULL,
    unit_id VARCHAR(36),
    campaign_from DATE,
    campaign_to DATE,
    contact_interval_days INTEGER,
    id VARCHAR(36) NOT NULL,
    row_rev INTEGER DEFAULT '0' NOT NULL,
    gone BOOLEAN DEFAULT '0' NOT NULL,
    author VARCHAR(36),
    written_at VARCHAR(27),
    CONSTRAINT pk_housing_area PRIMARY KEY (id)
);

CREATE TABLE import_finding (
    id VARCHAR(36) NOT NULL,
    run_id VARCHAR(36) NOT NULL,
    finding TEXT NOT NULL,
    case_id VARCHAR(36),
    table_name TEXT,
    row_id VARCHAR(36),
    field TEXT,
    own_value TEXT,
    extract_value TEXT,
    settled_on DATE,
    settled_how TEXT,
    CONSTRAINT pk_import_finding PRIMARY KEY (id)
);

CREATE INDEX ix_import_finding_run_id ON import_finding (run_id);

CREATE TABLE import_run (
    id VARCHAR(36) NOT NULL,
    kind TEXT NOT NULL,
    made_at VARCHAR(27) NOT NULL,
    extract_on DATE,
    "full" BOOLEAN NOT NULL,
    rows_read INTEGER NOT NULL,
    rows_new INTEGER NOT NULL,
    rows_changed INTEGER NOT NULL,
    rows_unchanged INTEGER NOT NULL,
    rows_refused INTEGER NOT NULL,
    CONSTRAINT pk_import_run PRIMARY KEY (id)
);

CREATE TABLE industry (
    name TEXT NOT NULL,
    code TEXT,
    rank INTEGER NOT NULL,
    id VARCHAR(36) NOT NULL,
    row_rev INTEGER DEFAULT '0' NOT NULL,
    gone BOOLEAN DEFAULT '0' NOT NULL,
    author VARCHAR(36),
    written_at VARCHAR(27),
    CONSTRAINT pk_industry PRIMARY KEY (id)
);

CREATE TABLE job_order (
    order_ref TEXT NOT NULL,
    title TEXT NOT NULL,
    company TEXT,
    industry_id VARCHAR(36),
    place TEXT,
    weekly_hours INTEGER,
    starts_on DATE,
    apply_by DATE,
    contact TEXT,
    id VARCHAR(36) NOT NULL,
    row_rev INTEGER DEFAULT '0' NOT NULL,
    gone BOOLEAN DEFAULT '0' NOT NULL,
    author VARCHAR(36),
    written_at VARCHAR(27),
    CONSTRAINT pk_job_order PRIMARY KEY (id)
);

CREATE INDEX ix_job_order_order_ref ON job_order (order_ref);

CREATE TABLE letter_template (
    letter_id TEXT NOT NULL,
    version INTEGER NOT NULL,
    title TEXT NOT NULL,
    valid_from DATE,
    valid_to DATE,
    text TEXT NOT NULL,
    id VARCHAR(36) NOT NULL,
    row_rev INTEGER DEFAULT '0' NOT NULL,
    gone BOOLEAN DEFAULT '0' NOT NULL,
    author VARCHAR(36),
    written_at VARCHAR(27),
    CONSTRAINT pk_letter_template PRIMARY KEY (id)
);

CREATE TABLE offer (
    offer_no TEXT NOT NULL,
    title TEXT NOT NULL,
    search_text TEXT NOT NULL,
    provider_id VARCHAR(36),
    kind VARCHAR(40) NOT NULL,
    family TEXT,
    match_from INTEGER,
    match_to INTEGER,
    language_level TEXT,
    weekly_hours INTEGER,
    weeks INTEGER,
    daytime TEXT,
    price_per_week INTEGER,
    places INTEGER,
    free_places INTEGER,
    free_places_on DATE,
    waiting_weeks INTEGER,
    place TEXT,
    purpose TEXT,
    content TEXT,
    demands TEXT,
    for_whom TEXT,
    not_for_whom TEXT,
    group_size TEXT,
    staff TEXT,
    language TEXT,
    tests TEXT,
    company_contact TEXT,
    reported_back TEXT,
    combines_with TEXT,
    strategy_note TEXT,
    legal_basis TEXT,
    contact TEXT,
    phone TEXT,
    contract_to DATE,
    updated_on DATE,
    withdrawn_on DATE,
    id VARCHAR(36) NOT NULL,
    row_rev INTEGER DEFAULT '0' NOT NULL,
    gone BOOLEAN DEFAULT '0' NOT NULL,
    author VARCHAR(36),
    written_at VARCHAR(27),
    CONSTRAINT pk_offer PRIMARY KEY (id)
);

CREATE INDEX ix_offer_offer_no ON offer (offer_no);

CREATE TABLE offer_result (
    offer_no TEXT NOT NULL,
    "match" INTEGER,
    benefit VARCHAR(40),
    age_band VARCHAR(40),
    language TEXT,
    ended_on DATE NOT NULL,
    ended_month_only BOOLEAN NOT NULL,
    completed BOOLEAN NOT NULL,
    outcome_3_months VARCHAR(40),
    outcome_6_months VARCHAR(40),
    new_match INTEGER,
    id VARCHAR(36) NOT NULL,
    row_rev INTEGER DEFAULT '0' NOT NULL,
    gone BOOLEAN DEFAULT '0' NOT NULL,
    author VARCHAR(36),
    written_at VARCHAR(27),
    CONSTRAINT pk_offer_result PRIMARY KEY (id)
);

CREATE INDEX ix_offer_result_offer_no ON offer_result (offer_no);

CREATE TABLE open_advice_contact (
    area_id VARCHAR(36),
    held_on DATE NOT NULL,
    subject TEXT NOT NULL,
    sent_on_to TEXT,
    case_ref VARCHAR(36),
    unit_id VARCHAR(36) NOT NULL,
    id VARCHAR(36) NOT NULL,
    row_rev INTEGER DEFAULT '0' NOT NULL,
    gone BOOLEAN DEFAULT '0' NOT NULL,
    author VARCHAR(36),
    written_at VARCHAR(27),
    CONSTRAINT pk_open_advice_contact PRIMARY KEY (id)
);

CREATE INDEX ix_open_advice_contact_unit_id ON open_advice_contact (unit_id);

CREATE TABLE org_unit (
    name TEXT NOT NULL,
    kind VARCHAR(40) NOT NULL,
    parent_id VARCHAR(36),
    specialities TEXT,
    address TEXT,
    phone TEXT,
    handles TEXT,
    id VARCHAR(36) NOT NULL,
    row_rev INTEGER DEFAULT '0' NOT NULL,
    gone BOOLEAN DEFAULT '0' NOT NULL,
    author VARCHAR(36),
    written_at VARCHAR(27),
    CONSTRAINT pk_org_unit PRIMARY KEY (id)
);

CREATE TABLE patrol (
    name TEXT NOT NULL,
    area_id VARCHAR(36),
    unit_id VARCHAR(36) NOT NULL,
    id VARCHAR(36) NOT NULL,
    row_rev INTEGER DEFAULT '0' NOT NULL,
    gone BOOLEAN DEFAULT '0' NOT NULL,
    author VARCHAR(36),
    written_at VARCHAR(27),
    CONSTRAINT pk_patrol PRIMARY KEY (id)
);

CREATE INDEX ix_patrol_unit_id ON patrol (unit_id);

CREATE TABLE patrol_member (
    patrol_id VARCHAR(36) NOT NULL,
    worker_id VARCHAR(36) NOT NULL,
    from_on DATE NOT NULL,
    to_on DATE,
    unit_id VARCHAR(36) NOT NULL,
    id VARCHAR(36) NOT NULL,
    row_rev INTEGER DEFAULT '0' NOT NULL,
    gone BOOLEAN DEFAULT '0' NOT NULL,
    author VARCHAR(36),
    written_at VARCHAR(27),
    CONSTRAINT pk_patrol_member PRIMARY KEY (id)
);

CREATE INDEX ix_patrol_member_patrol_id ON patrol_member (patrol_id);

CREATE INDEX ix_patrol_member_unit_id ON patrol_member (unit_id);

CREATE TABLE procedure (
    procedure_id TEXT NOT NULL,
    version INTEGER NOT NULL,
    title TEXT NOT NULL,
    queue_kinds TEXT,
    valid_from DATE,
    valid_to DATE,
    text TEXT NOT NULL,
    id VARCHAR(36) NOT NULL,
    row_rev INTEGER DEFAULT '0' NOT NULL,
    gone BOOLEAN DEFAULT '0' NOT NULL,
    author VARCHAR(36),
    written_at VARCHAR(27),
    CONSTRAINT pk_procedure PRIMARY KEY (id)
);

CREATE TABLE provider (
    name TEXT NOT NULL,
    search_text TEXT NOT NULL,
    phone TEXT,
    email TEXT,
    contact_person TEXT,
    id VARCHAR(36) NOT NULL,
    row_rev INTEGER DEFAULT '0' NOT NULL,
    gone BOOLEAN DEFAULT '0' NOT NULL,
    author VARCHAR(36),
    written_at VARCHAR(27),
    CONSTRAINT pk_provider PRIMARY KEY (id)
);

CREATE TABLE provider_contract (
    provider_id VARCHAR(36) NOT NULL,
    contract_no TEXT NOT NULL,
    kind TEXT NOT NULL,
    valid_from DATE,
    valid_to DATE,
    full_cpr_allowed BOOLEAN NOT NULL,
    id VARCHAR(36) NOT NULL,
    row_rev INTEGER DEFAULT '0' NOT NULL,
    gone BOOLEAN DEFAULT '0' NOT NULL,
    author VARCHAR(36),
    written_at VARCHAR(27),
    CONSTRAINT pk_provider_contract PRIMARY KEY (id)
);

CREATE INDEX ix_provider_contract_provider_id ON provider_contract (provider_id);

CREATE TABLE question (
    code TEXT NOT NULL,
    text TEXT NOT NULL,
    answer_kind VARCHAR(40) NOT NULL,
    element VARCHAR(40),
    needs_consent BOOLEAN NOT NULL,
    id VARCHAR(36) NOT NULL,
    row_rev INTEGER DEFAULT '0' NOT NULL,
    gone BOOLEAN DEFAULT '0' NOT NULL,
    author VARCHAR(36),
    written_at VARCHAR(27),
    CONSTRAINT pk_question PRIMARY KEY (id)
);

CREATE TABLE reminder (
    case_ref VARCHAR(36),
    remind_on DATE NOT NULL,
    text TEXT NOT NULL,
    consequence INTEGER NOT NULL,
    done_on DATE,
    worker_id VARCHAR(36) NOT NULL,
    id VARCHAR(36) NOT NULL,
    row_rev INTEGER DEFAULT '0' NOT NULL,
    gone BOOLEAN DEFAULT '0' NOT NULL,
    author VARCHAR(36),
    written_at VARCHAR(27),
    CONSTRAINT pk_reminder PRIMARY KEY (id)
);

CREATE INDEX ix_reminder_case_ref ON reminder (case_ref);

CREATE INDEX ix_reminder_worker_id ON reminder (worker_id);

CREATE TABLE rule_set (
    name TEXT NOT NULL,
    valid_from DATE,
    valid_to DATE,
    text TEXT NOT NULL,
    published_on DATE NOT NULL,
    published_by TEXT,
    id VARCHAR(36) NOT NULL,
    row_rev INTEGER DEFAULT '0' NOT NULL,
    gone BOOLEAN DEFAULT '0' NOT NULL,
    author VARCHAR(36),
    written_at VARCHAR(27),
    CONSTRAINT pk_rule_set PRIMARY KEY (id)
);

CREATE TABLE saved_view (
    screen TEXT NOT NULL,
    name TEXT NOT NULL,
    settings TEXT NOT NULL,
    rank INTEGER NOT NULL,
    worker_id VARCHAR(36) NOT NULL,
    id VARCHAR(36) NOT NULL,
    row_rev INTEGER DEFAULT '0' NOT NULL,
    gone BOOLEAN DEFAULT '0' NOT NULL,
    author VARCHAR(36),
    written_at VARCHAR(27),
    CONSTRAINT pk_saved_view PRIMARY KEY (id)
);

CREATE INDEX ix_saved_view_worker_id ON saved_view (worker_id);

CREATE TABLE setting (
    name TEXT NOT NULL,
    value TEXT NOT NULL,
    CONSTRAINT pk_setting PRIMARY KEY (name)
);

CREATE TABLE snooze (
    case_ref VARCHAR(36),
    item_key TEXT NOT NULL,
    until_on DATE NOT NULL,
    reason TEXT,
    cancelled_on DATE,
    worker_id VARCHAR(36) NOT NULL,
    id VARCHAR(36) NOT NULL,
    row_rev INTEGER DEFAULT '0' NOT NULL,
    gone BOOLEAN DEFAULT '0' NOT NULL,
    author VARCHAR(36),
    written_at VARCHAR(27),
    CONSTRAINT pk_snooze PRIMARY KEY (id)
);

CREATE INDEX ix_snooze_case_ref ON snooze (case_ref);

CREATE INDEX ix_snooze_worker_id ON snooze (worker_id);

CREATE TABLE target (
    indicator TEXT NOT NULL,
    scope_kind TEXT NOT NULL,
    scope_id VARCHAR(36),
    start_value DOUBLE,
    start_on DATE,
    value DOUBLE,
    reach_on DATE,
    unit_of_value TEXT NOT NULL,
    source TEXT,
    id VARCHAR(36) NOT NULL,
    row_rev INTEGER DEFAULT '0' NOT NULL,
    gone BOOLEAN DEFAULT '0' NOT NULL,
    author VARCHAR(36),
    written_at VARCHAR(27),
    CONSTRAINT pk_target PRIMARY KEY (id)
);

CREATE TABLE usage_log (
    device VARCHAR(36) NOT NULL,
    seq INTEGER NOT NULL,
    at VARCHAR(27) NOT NULL,
    worker_id VARCHAR(36),
    kind VARCHAR(40) NOT NULL,
    case_id VARCHAR(36),
    purpose TEXT NOT NULL,
    count INTEGER NOT NULL,
    chain VARCHAR(64) NOT NULL,
    CONSTRAINT pk_usage_log PRIMARY KEY (device, seq)
);

CREATE INDEX ix_usage_log_case_id ON usage_log (case_id);

CREATE TABLE absence_report (
    placement_id VARCHAR(36),
    order_id VARCHAR(36),
    event_on DATE NOT NULL,
    reported_on DATE NOT NULL,
    reported_by TEXT,
    planned_hours INTEGER,
    kind VARCHAR(40) NOT NULL,
    explanation TEXT,
    documentation BOOLEAN,
    hearing_done_at_provider BOOLEAN,
    hearing_text_version TEXT,
    citizen_statement TEXT,
    closing VARCHAR(40),
    closed_on DATE,
    closing_note TEXT,
    sanction_case_id VARCHAR(36),
    case_id VARCHAR(36) NOT NULL,
    id VARCHAR(36) NOT NULL,
    row_rev INTEGER DEFAULT '0' NOT NULL,
    gone BOOLEAN DEFAULT '0' NOT NULL,
    author VARCHAR(36),
    written_at VARCHAR(27),
    withdrawn_on DATE,
    withdrawn_by VARCHAR(36),
    withdrawn_reason TEXT,
    CONSTRAINT pk_absence_report PRIMARY KEY (id),
    CONSTRAINT fk_absence_report_case_id_citizen FOREIGN KEY(case_id) REFERENCES citizen (id) DEFERRABLE INITIALLY DEFERRED
);

CREATE INDEX ix_absence_report_case_id ON absence_report (case_id);

CREATE TABLE address_range (
    area_id VARCHAR(36) NOT NULL,
    street TEXT NOT NULL,
    from_number INTEGER,
    to_number INTEGER,
    parity TEXT NOT NULL,
    postcode TEXT,
    id VARCHAR(36) NOT NULL,
    row_rev INTEGER DEFAULT '0' NOT NULL,
    gone BOOLEAN DEFAULT '0' NOT NULL,
    author VARCHAR(36),
    written_at VARCHAR(27),
    CONSTRAINT pk_address_range PRIMARY KEY (id),
    CONSTRAINT fk_address_range_area_id_housing_area FOREIGN KEY(area_id) REFERENCES housing_area (id) DEFERRABLE INITIALLY DEFERRED
);

CREATE INDEX ix_address_range_area_id ON address_range (area_id);

CREATE TABLE application_case (
    case_no TEXT NOT NULL,
    kind VARCHAR(40) NOT NULL,
    applied_on DATE NOT NULL,
    inherited BOOLEAN NOT NULL,
    state VARCHAR(40) NOT NULL,
    status_text TEXT,
    published_due_on DATE,
    recommended_on DATE,
    decided_on DATE,
    decision TEXT,
    case_id VARCHAR(36) NOT NULL,
    id VARCHAR(36) NOT NULL,
    row_rev INTEGER DEFAULT '0' NOT NULL,
    gone BOOLEAN DEFAULT '0' NOT NULL,
    author VARCHAR(36),
    written_at VARCHAR(27),
    withdrawn_on DATE,
    withdrawn_by VARCHAR(36),
    withdrawn_reason TEXT,
    CONSTRAINT pk_application_case PRIMARY KEY (id),
    CONSTRAINT fk_application_case_case_id_citizen FOREIGN KEY(case_id) REFERENCES citizen (id) DEFERRABLE INITIALLY DEFERRED
);

CREATE INDEX ix_application_case_case_id ON application_case (case_id);

CREATE TABLE attachment (
    title TEXT NOT NULL,
    media_type TEXT NOT NULL,
    document_hash VARCHAR(64) NOT NULL,
    received_on DATE NOT NULL,
    received_from TEXT,
    about_kind TEXT,
    about_id VARCHAR(36),
    case_id VARCHAR(36) NOT NULL,
    id VARCHAR(36) NOT NULL,
    row_rev INTEGER DEFAULT '0' NOT NULL,
    gone BOOLEAN DEFAULT '0' NOT NULL,
    author VARCHAR(36),
    written_at VARCHAR(27),
    withdrawn_on DATE,
    withdrawn_by VARCHAR(36),
    withdrawn_reason TEXT,
    CONSTRAINT pk_attachment PRIMARY KEY (id),
    CONSTRAINT fk_attachment_case_id_citizen FOREIGN KEY(case_id) REFERENCES citizen (id) DEFERRABLE INITIALLY DEFERRED
);

CREATE INDEX ix_attachment_case_id ON attachment (case_id);

CREATE TABLE attendance (
    group_meeting_id VARCHAR(36) NOT NULL,
    kind VARCHAR(40),
    slot_starts_at VARCHAR(27),
    case_id VARCHAR(36) NOT NULL,
    id VARCHAR(36) NOT NULL,
    row_rev INTEGER DEFAULT '0' NOT NULL,
    gone BOOLEAN DEFAULT '0' NOT NULL,
    author VARCHAR(36),
    written_at VARCHAR(27),
    withdrawn_on DATE,
    withdrawn_by VARCHAR(36),
    withdrawn_reason TEXT,
    CONSTRAINT pk_attendance PRIMARY KEY (id),
    CONSTRAINT fk_attendance_case_id_citizen FOREIGN KEY(case_id) REFERENCES citizen (id) DEFERRABLE INITIALLY DEFERRED
);

CREATE INDEX ix_attendance_case_id ON attendance (case_id);

CREATE INDEX ix_attendance_group_meeting_id ON attendance (group_meeting_id);

CREATE TABLE benefit_period (
    benefit VARCHAR(40) NOT NULL,
    from_on DATE NOT NULL,
    to_on DATE,
    enquiry_on DATE,
    notice_on DATE,
    entitlement_enquiry_on DATE,
    entitlement_notice_on DATE,
    case_id VARCHAR(36) NOT NULL,
    id VARCHAR(36) NOT NULL,
    row_rev INTEGER DEFAULT '0' NOT NULL,
    gone BOOLEAN DEFAULT '0' NOT NULL,
    author VARCHAR(36),
    written_at VARCHAR(27),
    withdrawn_on DATE,
    withdrawn_by VARCHAR(36),
    withdrawn_reason TEXT,
    CONSTRAINT pk_benefit_period PRIMARY KEY (id),
    CONSTRAINT fk_benefit_period_case_id_citizen FOREIGN KEY(case_id) REFERENCES citizen (id) DEFERRABLE INITIALLY DEFERRED
);

CREATE INDEX ix_benefit_period_case_id ON benefit_period (case_id);

CREATE TABLE case_closing (
    closed_on DATE NOT NULL,
    reason VARCHAR(40) NOT NULL,
    reason_text TEXT,
    weekly_hours INTEGER,
    employer TEXT,
    combined_with_danish BOOLEAN NOT NULL,
    reopened_on DATE,
    case_id VARCHAR(36) NOT NULL,
    id VARCHAR(36) NOT NULL,
    row_rev INTEGER DEFAULT '0' NOT NULL,
    gone BOOLEAN DEFAULT '0' NOT NULL,
    author VARCHAR(36),
    written_at VARCHAR(27),
    withdrawn_on DATE,
    withdrawn_by VARCHAR(36),
    withdrawn_reason TEXT,
    CONSTRAINT pk_case_closing PRIMARY KEY (id),
    CONSTRAINT fk_case_closing_case_id_citizen FOREIGN KEY(case_id) REFERENCES citizen (id) DEFERRABLE INITIALLY DEFERRED
);

CREATE INDEX ix_case_closing_case_id ON case_closing (case_id);

CREATE TABLE case_holding (
    worker_id VARCHAR(36),
    unit_id VARCHAR(36) NOT NULL,
    from_on DATE NOT NULL,
    to_on DATE,
    reason TEXT,
    letter_sent_on DATE,
    case_id VARCHAR(36) NOT NULL,
    id VARCHAR(36) NOT NULL,
    row_rev INTEGER DEFAULT '0' NOT NULL,
    gone BOOLEAN DEFAULT '0' NOT NULL,
    author VARCHAR(36),
    written_at VARCHAR(27),
    withdrawn_on DATE,
    withdrawn_by VARCHAR(36),
    withdrawn_reason TEXT,
    CONSTRAINT pk_case_holding PRIMARY KEY (id),
    CONSTRAINT fk_case_holding_case_id_citizen FOREIGN KEY(case_id) REFERENCES citizen (id) DEFERRABLE INITIALLY DEFERRED
);

CREATE INDEX ix_case_holding_case_id ON case_holding (case_id);

CREATE TABLE citizen_visit (
    home_visit_id VARCHAR(36),
    planned_on DATE NOT NULL,
    letter_sent_on DATE,
    visited_on DATE,
    visited_by VARCHAR(36),
    entry VARCHAR(40),
    attempt_no INTEGER NOT NULL,
    time_of_day TEXT,
    card_left BOOLEAN,
    present TEXT,
    private_talk_possible BOOLEAN,
    talk_id VARCHAR(36),
    interest TEXT,
    referred_to TEXT,
    promised TEXT,
    given_up_on DATE,
    case_id VARCHAR(36) NOT NULL,
    id VARCHAR(36) NOT NULL,
    row_rev INTEGER DEFAULT '0' NOT NULL,
    gone BOOLEAN DEFAULT '0' NOT NULL,
    author VARCHAR(36),
    written_at VARCHAR(27),
    withdrawn_on DATE,
    withdrawn_by VARCHAR(36),
    withdrawn_reason TEXT,
    CONSTRAINT pk_citizen_visit PRIMARY KEY (id),
    CONSTRAINT fk_citizen_visit_case_id_citizen FOREIGN KEY(case_id) REFERENCES citizen (id) DEFERRABLE INITIALLY DEFERRED
);

CREATE INDEX ix_citizen_visit_case_id ON citizen_visit (case_id);

CREATE TABLE complaint (
    received_on DATE NOT NULL,
    about_kind TEXT,
    about_id VARCHAR(36),
    subject TEXT,
    settled_on DATE,
    result TEXT,
    case_id VARCHAR(36) NOT NULL,
    id VARCHAR(36) NOT NULL,
    row_rev INTEGER DEFAULT '0' NOT NULL,
    gone BOOLEAN DEFAULT '0' NOT NULL,
    author VARCHAR(36),
    written_at VARCHAR(27),
    withdrawn_on DATE,
    withdrawn_by VARCHAR(36),
    withdrawn_reason TEXT,
    CONSTRAINT pk_complaint PRIMARY KEY (id),
    CONSTRAINT fk_complaint_case_id_citizen FOREIGN KEY(case_id) REFERENCES citizen (id) DEFERRABLE INITIALLY DEFERRED
);

CREATE INDEX ix_complaint_case_id ON complaint (case_id);

CREATE TABLE consent (
    scope VARCHAR(40) NOT NULL,
    scope_text TEXT,
    given_on DATE NOT NULL,
    ends_on DATE,
    document_hash VARCHAR(64),
    case_id VARCHAR(36) NOT NULL,
    id VARCHAR(36) NOT NULL,
    row_rev INTEGER DEFAULT '0' NOT NULL,
    gone BOOLEAN DEFAULT '0' NOT NULL,
    author VARCHAR(36),
    written_at VARCHAR(27),
    withdrawn_on DATE,
    withdrawn_by VARCHAR(36),
    withdrawn_reason TEXT,
    CONSTRAINT pk_consent PRIMARY KEY (id),
    CONSTRAINT fk_consent_case_id_citizen FOREIGN KEY(case_id) REFERENCES citizen (id) DEFERRABLE INITIALLY DEFERRED
);

CREATE INDEX ix_consent_case_id ON consent (case_id);

CREATE TABLE contact_attempt (
    about_id VARCHAR(36),
    attempted_on DATE NOT NULL,
    attempted_at VARCHAR(5),
    how TEXT NOT NULL,
    result TEXT,
    case_id VARCHAR(36) NOT NULL,
    id VARCHAR(36) NOT NULL,
    row_rev INTEGER DEFAULT '0' NOT NULL,
    gone BOOLEAN DEFAULT '0' NOT NULL,
    author VARCHAR(36),
    written_at VARCHAR(27),
    withdrawn_on DATE,
    withdrawn_by VARCHAR(36),
    withdrawn_reason TEXT,
    CONSTRAINT pk_contact_attempt PRIMARY KEY (id),
    CONSTRAINT fk_contact_attempt_case_id_citizen FOREIGN KEY(case_id) REFERENCES citizen (id) DEFERRABLE INITIALLY DEFERRED
);

CREATE INDEX ix_contact_attempt_case_id ON contact_attempt (case_id);

CREATE TABLE contact_override (
    model VARCHAR(40) NOT NULL,
    interval_days INTEGER NOT NULL,
    from_on DATE NOT NULL,
    until_on DATE,
    reason TEXT NOT NULL,
    case_id VARCHAR(36) NOT NULL,
    id VARCHAR(36) NOT NULL,
    row_rev INTEGER DEFAULT '0' NOT NULL,
    gone BOOLEAN DEFAULT '0' NOT NULL,
    author VARCHAR(36),
    written_at VARCHAR(27),
    withdrawn_on DATE,
    withdrawn_by VARCHAR(36),
    withdrawn_reason TEXT,
    CONSTRAINT pk_contact_override PRIMARY KEY (id),
    CONSTRAINT fk_contact_override_case_id_citizen FOREIGN KEY(case_id) REFERENCES citizen (id) DEFERRABLE INITIALLY DEFERRED
);

CREATE INDEX ix_contact_override_case_id ON contact_override (case_id);

CREATE TABLE cross_department_referral (
    department TEXT NOT NULL,
    need TEXT NOT NULL,
    duty_to_act TEXT NOT NULL,
    sent_on DATE,
    answered_on DATE,
    fast_lane BOOLEAN NOT NULL,
    case_id VARCHAR(36) NOT NULL,
    id VARCHAR(36) NOT NULL,
    row_rev INTEGER DEFAULT '0' NOT NULL,
    gone BOOLEAN DEFAULT '0' NOT NULL,
    author VARCHAR(36),
    written_at VARCHAR(27),
    withdrawn_on DATE,
    withdrawn_by VARCHAR(36),
    withdrawn_reason TEXT,
    CONSTRAINT pk_cross_department_referral PRIMARY KEY (id),
    CONSTRAINT fk_cross_department_referral_case_id_citizen FOREIGN KEY(case_id) REFERENCES citizen (id) DEFERRABLE INITIALLY DEFERRED
);

CREATE INDEX ix_cross_department_referral_case_id ON cross_department_referral (case_id);

CREATE TABLE data_quality_acceptance (
    finding_key TEXT NOT NULL,
    accepted_on DATE NOT NULL,
    reason TEXT NOT NULL,
    case_id VARCHAR(36) NOT NULL,
    id VARCHAR(36) NOT NULL,
    row_rev INTEGER DEFAULT '0' NOT NULL,
    gone BOOLEAN DEFAULT '0' NOT NULL,
    author VARCHAR(36),
    written_at VARCHAR(27),
    withdrawn_on DATE,
    withdrawn_by VARCHAR(36),
    withdrawn_reason TEXT,
    CONSTRAINT pk_data_quality_acceptance PRIMARY KEY (id),
    CONSTRAINT fk_data_quality_acceptance_case_id_citizen FOREIGN KEY(case_id) REFERENCES citizen (id) DEFERRABLE INITIALLY DEFERRED
);

CREATE INDEX ix_data_quality_acceptance_case_id ON data_quality_acceptance (case_id);

CREATE TABLE done_elsewhere (
    item_key TEXT NOT NULL,
    done_on DATE NOT NULL,
    note TEXT NOT NULL,
    case_id VARCHAR(36) NOT NULL,
    id VARCHAR(36) NOT NULL,
    row_rev INTEGER DEFAULT '0' NOT NULL,
    gone BOOLEAN DEFAULT '0' NOT NULL,
    author VARCHAR(36),
    written_at VARCHAR(27),
    withdrawn_on DATE,
    withdrawn_by VARCHAR(36),
    withdrawn_reason TEXT,
    CONSTRAINT pk_done_elsewhere PRIMARY KEY (id),
    CONSTRAINT fk_done_elsewhere_case_id_citizen FOREIGN KEY(case_id) REFERENCES citizen (id) DEFERRABLE INITIALLY DEFERRED
);

CREATE INDEX ix_done_elsewhere_case_id ON done_elsewhere (case_id);

CREATE TABLE exclusion (
    reason VARCHAR(40) NOT NULL,
    reason_text TEXT,
    from_on DATE NOT NULL,
    until_on DATE NOT NULL,
    case_id VARCHAR(36) NOT NULL,
    id VARCHAR(36) NOT NULL,
    row_rev INTEGER DEFAULT '0' NOT NULL,
    gone BOOLEAN DEFAULT '0' NOT NULL,
    author VARCHAR(36),
    written_at VARCHAR(27),
    withdrawn_on DATE,
    withdrawn_by VARCHAR(36),
    withdrawn_reason TEXT,
    CONSTRAINT pk_exclusion PRIMARY KEY (id),
    CONSTRAINT fk_exclusion_case_id_citizen FOREIGN KEY(case_id) REFERENCES citizen (id) DEFERRABLE INITIALLY DEFERRED
);

CREATE INDEX ix_exclusion_case_id ON exclusion (case_id);

CREATE TABLE external_contact (
    kind TEXT NOT NULL,
    organisation TEXT,
    name TEXT,
    phone TEXT,
    consent_id VARCHAR(36),
    last_contact_on DATE,
    case_id VARCHAR(36) NOT NULL,
    id VARCHAR(36) NOT NULL,
    row_rev INTEGER DEFAULT '0' NOT NULL,
    gone BOOLEAN DEFAULT '0' NOT NULL,
    author VARCHAR(36),
    written_at VARCHAR(27),
    withdrawn_on DATE,
    withdrawn_by VARCHAR(36),
    withdrawn_reason TEXT,
    CONSTRAINT pk_external_contact PRIMARY KEY (id),
    CONSTRAINT fk_external_contact_case_id_citizen FOREIGN KEY(case_id) REFERENCES citizen (id) DEFERRABLE INITIALLY DEFERRED
);

CREATE INDEX ix_external_contact_case_id ON external_contact (case_id);

CREATE TABLE external_reference (
    system VARCHAR(40) NOT NULL,
    number TEXT NOT NULL,
    case_id VARCHAR(36) NOT NULL,
    id VARCHAR(36) NOT NULL,
    row_rev INTEGER DEFAULT '0' NOT NULL,
    gone BOOLEAN DEFAULT '0' NOT NULL,
    author VARCHAR(36),
    written_at VARCHAR(27),
    withdrawn_on DATE,
    withdrawn_by VARCHAR(36),
    withdrawn_reason TEXT,
    CONSTRAINT pk_external_reference PRIMARY KEY (id),
    CONSTRAINT fk_external_reference_case_id_citizen FOREIGN KEY(case_id) REFERENCES citizen (id) DEFERRABLE INITIALLY DEFERRED
);

CREATE INDEX ix_external_reference_case_id ON external_reference (case_id);

CREATE TABLE household_member (
    household_id VARCHAR(36) NOT NULL,
    part VARCHAR(40) NOT NULL,
    from_on DATE NOT NULL,
    to_on DATE,
    lives_apart BOOLEAN NOT NULL,
    case_id VARCHAR(36) NOT NULL,
    id VARCHAR(36) NOT NULL,
    row_rev INTEGER DEFAULT '0' NOT NULL,
    gone BOOLEAN DEFAULT '0' NOT NULL,
    author VARCHAR(36),
    written_at VARCHAR(27),
    withdrawn_on DATE,
    withdrawn_by VARCHAR(36),
    withdrawn_reason TEXT,
    CONSTRAINT pk_household_member PRIMARY KEY (id),
    CONSTRAINT fk_household_member_case_id_citizen FOREIGN KEY(case_id) REFERENCES citizen (id) DEFERRABLE INITIALLY DEFERRED
);

CREATE INDEX ix_household_member_case_id ON household_member (case_id);

CREATE INDEX ix_household_member_household_id ON household_member (household_id);

CREATE TABLE intake_check (
    point TEXT NOT NULL,
    done_on DATE,
    done_by VARCHAR(36),
    detail TEXT,
    case_id VARCHAR(36) NOT NULL,
    id VARCHAR(36) NOT NULL,
    row_rev INTEGER DEFAULT '0' NOT NULL,
    gone BOOLEAN DEFAULT '0' NOT NULL,
    author VARCHAR(36),
    written_at VARCHAR(27),
    withdrawn_on DATE,
    withdrawn_by VARCHAR(36),
    withdrawn_reason TEXT,
    CONSTRAINT pk_intake_check PRIMARY KEY (id),
    CONSTRAINT fk_intake_check_case_id_citizen FOREIGN KEY(case_id) REFERENCES citizen (id) DEFERRABLE INITIALLY DEFERRED
);

CREATE INDEX ix_intake_check_case_id ON intake_check (case_id);

CREATE TABLE item_hand_over (
    item_key TEXT NOT NULL,
    to_worker_id VARCHAR(36) NOT NULL,
    reason TEXT NOT NULL,
    handed_on DATE NOT NULL,
    taken_back_on DATE,
    case_id VARCHAR(36) NOT NULL,
    id VARCHAR(36) NOT NULL,
    row_rev INTEGER DEFAULT '0' NOT NULL,
    gone BOOLEAN DEFAULT '0' NOT NULL,
    author VARCHAR(36),
    written_at VARCHAR(27),
    withdrawn_on DATE,
    withdrawn_by VARCHAR(36),
    withdrawn_reason TEXT,
    CONSTRAINT pk_item_hand_over PRIMARY KEY (id),
    CONSTRAINT fk_item_hand_over_case_id_citizen FOREIGN KEY(case_id) REFERENCES citizen (id) DEFERRABLE INITIALLY DEFERRED
);

CREATE INDEX ix_item_hand_over_case_id ON item_hand_over (case_id);

CREATE TABLE job_plan (
    plan_no TEXT NOT NULL,
    version INTEGER NOT NULL,
    kind VARCHAR(40) NOT NULL,
    state VARCHAR(40) NOT NULL,
    made_on DATE NOT NULL,
    made_by VARCHAR(36),
    valid_from DATE NOT NULL,
    agreed_on DATE,
    closed_on DATE,
    next_review_on DATE,
    legal_basis TEXT,
    own_wishes TEXT,
    education TEXT,
    experience TEXT,
    skills TEXT,
    work_adjustments TEXT,
    practical_matters TEXT,
    applications_per_week INTEGER,
    search_fields TEXT,
    cv_updated_on DATE,
    search_documented_how TEXT,
    spouse_shared_goal TEXT,
    spouse_dates TEXT,
    spouse_section_agreed BOOLEAN NOT NULL,
    contact_form TEXT,
    contact_interval TEXT,
    next_contact_on DATE,
    guidance_text_version TEXT,
    guidance_given_on DATE,
    guidance_language TEXT,
    guidance_interpreter BOOLEAN,
    citizen_agrees VARCHAR(40),
    remarks TEXT,
    signed_on DATE,
    signed_place TEXT,
    signed_on_paper BOOLEAN,
    signature_hash VARCHAR(64),
    reason_for_change TEXT,
    result TEXT,
    summary TEXT,
    case_id VARCHAR(36) NOT NULL,
    id VARCHAR(36) NOT NULL,
    row_rev INTEGER DEFAULT '0' NOT NULL,
    gone BOOLEAN DEFAULT '0' NOT NULL,
    author VARCHAR(36),
    written_at VARCHAR(27),
    withdrawn_on DATE,
    withdrawn_by VARCHAR(36),
    withdrawn_reason TEXT,
    CONSTRAINT pk_job_plan PRIMARY KEY (id),
    CONSTRAINT fk_job_plan_case_id_citizen FOREIGN KEY(case_id) REFERENCES citizen (id) DEFERRABLE INITIALLY DEFERRED
);

CREATE INDEX ix_job_plan_case_id ON job_plan (case_id);

CREATE TABLE job_referral (
    order_ref TEXT NOT NULL,
    title TEXT NOT NULL,
    company TEXT,
    referred_on DATE NOT NULL,
    follow_up_on DATE,
    result TEXT,
    result_on DATE,
    weekly_hours INTEGER,
    with_danish BOOLEAN,
    case_id VARCHAR(36) NOT NULL,
    id VARCHAR(36) NOT NULL,
    row_rev INTEGER DEFAULT '0' NOT NULL,
    gone BOOLEAN DEFAULT '0' NOT NULL,
    author VARCHAR(36),
    written_at VARCHAR(27),
    withdrawn_on DATE,
    withdrawn_by VARCHAR(36),
    withdrawn_reason TEXT,
    CONSTRAINT pk_job_referral PRIMARY KEY (id),
    CONSTRAINT fk_job_referral_case_id_citizen FOREIGN KEY(case_id) REFERENCES citizen (id) DEFERRABLE INITIALLY DEFERRED
);

CREATE INDEX ix_job_referral_case_id ON job_referral (case_id);

CREATE TABLE language_assessment (
    assessed_on DATE NOT NULL,
    spoken_level TEXT,
    written_level TEXT,
    how_tested TEXT,
    is_main_barrier TEXT,
    other_main_barrier TEXT,
    special_unit_wanted BOOLEAN NOT NULL,
    reason TEXT,
    case_id VARCHAR(36) NOT NULL,
    id VARCHAR(36) NOT NULL,
    row_rev INTEGER DEFAULT '0' NOT NULL,
    gone BOOLEAN DEFAULT '0' NOT NULL,
    author VARCHAR(36),
    written_at VARCHAR(27),
    withdrawn_on DATE,
    withdrawn_by VARCHAR(36),
    withdrawn_reason TEXT,
    CONSTRAINT pk_language_assessment PRIMARY KEY (id),
    CONSTRAINT fk_language_assessment_case_id_citizen FOREIGN KEY(case_id) REFERENCES citizen (id) DEFERRABLE INITIALLY DEFERRED
);

CREATE INDEX ix_language_assessment_case_id ON language_assessment (case_id);

CREATE TABLE match_assessment (
    category INTEGER NOT NULL,
    assessed_on DATE NOT NULL,
    assessed_by VARCHAR(36),
    basis TEXT NOT NULL,
    reason TEXT NOT NULL,
    next_assessment_on DATE,
    talk_id VARCHAR(36),
    case_id VARCHAR(36) NOT NULL,
    id VARCHAR(36) NOT NULL,
    row_rev INTEGER DEFAULT '0' NOT NULL,
    gone BOOLEAN DEFAULT '0' NOT NULL,
    author VARCHAR(36),
    written_at VARCHAR(27),
    withdrawn_on DATE,
    withdrawn_by VARCHAR(36),
    withdrawn_reason TEXT,
    CONSTRAINT pk_match_assessment PRIMARY KEY (id),
    CONSTRAINT fk_match_assessment_case_id_citizen FOREIGN KEY(case_id) REFERENCES citizen (id) DEFERRABLE INITIALLY DEFERRED
);

CREATE INDEX ix_match_assessment_case_id ON match_assessment (case_id);

CREATE TABLE note (
    kind VARCHAR(40) NOT NULL,
    noted_on DATE NOT NULL,
    noted_by VARCHAR(36),
    text TEXT NOT NULL,
    about_kind TEXT,
    about_id VARCHAR(36),
    call_back BOOLEAN NOT NULL,
    called_back_on DATE,
    case_id VARCHAR(36) NOT NULL,
    id VARCHAR(36) NOT NULL,
    row_rev INTEGER DEFAULT '0' NOT NULL,
    gone BOOLEAN DEFAULT '0' NOT NULL,
    author VARCHAR(36),
    written_at VARCHAR(27),
    withdrawn_on DATE,
    withdrawn_by VARCHAR(36),
    withdrawn_reason TEXT,
    CONSTRAINT pk_note PRIMARY KEY (id),
    CONSTRAINT fk_note_case_id_citizen FOREIGN KEY(case_id) REFERENCES citizen (id) DEFERRABLE INITIALLY DEFERRED
);

CREATE INDEX ix_note_case_id ON note (case_id);

CREATE TABLE offer_criterion (
    offer_id VARCHAR(36) NOT NULL,
    text TEXT NOT NULL,
    test TEXT,
    version_on DATE,
    id VARCHAR(36) NOT NULL,
    row_rev INTEGER DEFAULT '0' NOT NULL,
    gone BOOLEAN DEFAULT '0' NOT NULL,
    author VARCHAR(36),
    written_at VARCHAR(27),
    CONSTRAINT pk_offer_criterion PRIMARY KEY (id),
    CONSTRAINT fk_offer_criterion_offer_id_offer FOREIGN KEY(offer_id) REFERENCES offer (id) DEFERRABLE INITIALLY DEFERRED
);

CREATE INDEX ix_offer_criterion_offer_id ON offer_criterion (offer_id);

CREATE TABLE offer_industry (
    offer_id VARCHAR(36) NOT NULL,
    industry_id VARCHAR(36) NOT NULL,
    id VARCHAR(36) NOT NULL,
    row_rev INTEGER DEFAULT '0' NOT NULL,
    gone BOOLEAN DEFAULT '0' NOT NULL,
    author VARCHAR(36),
    written_at VARCHAR(27),
    CONSTRAINT pk_offer_industry PRIMARY KEY (id),
    CONSTRAINT fk_offer_industry_offer_id_offer FOREIGN KEY(offer_id) REFERENCES offer (id) DEFERRABLE INITIALLY DEFERRED
);

CREATE INDEX ix_offer_industry_industry_id ON offer_industry (industry_id);

CREATE INDEX ix_offer_industry_offer_id ON offer_industry (offer_id);

CREATE TABLE offer_order (
    order_no TEXT NOT NULL,
    version INTEGER NOT NULL,
    state VARCHAR(40) NOT NULL,
    state_reason TEXT,
    ordered_on DATE,
    ordered_by VARCHAR(36),
    approved_on DATE,
    approved_by VARCHAR(36),
    answer_by DATE,
    provider_id VARCHAR(36),
    contract_no TEXT,
    offer_id VARCHAR(36),
    part_services TEXT,
    legal_basis TEXT,
    plan_id VARCHAR(36),
    decision_id VARCHAR(36),
    start_wanted DATE,
    start_latest DATE,
    weeks INTEGER,
    ends_on DATE,
    weekly_hours INTEGER,
    days_not_possible TEXT,
    combine_with TEXT,
    purpose TEXT,
    background TEXT,
    tried_before TEXT,
    works_well TEXT,
    work_adjustments TEXT,
    practical_matters TEXT,
    consent_id VARCHAR(36),
    citizen_has_read BOOLEAN,
    safety_note_to_provider TEXT,
    start_notice_days INTEGER,
    midway_on DATE,
    final_by DATE,
    contact_attempts_required INTEGER,
    hearing_at_provider BOOLEAN,
    sent_on DATE,
    sent_how TEXT,
    document_hash VARCHAR(64),
    mac_key TEXT,
    reason_for_change TEXT,
    withdrawn_from_provider_on DATE,
    case_id VARCHAR(36) NOT NULL,
    id VARCHAR(36) NOT NULL,
    row_rev INTEGER DEFAULT '0' NOT NULL,
    gone BOOLEAN DEFAULT '0' NOT NULL,
    author VARCHAR(36),
    written_at VARCHAR(27),
    withdrawn_on DATE,
    withdrawn_by VARCHAR(36),
    withdrawn_reason TEXT,
    CONSTRAINT pk_offer_order PRIMARY KEY (id),
    CONSTRAINT fk_offer_order_case_id_citizen FOREIGN KEY(case_id) REFERENCES citizen (id) DEFERRABLE INITIALLY DEFERRED
);

CREATE INDEX ix_offer_order_case_id ON offer_order (case_id);

CREATE TABLE offer_question (
    offer_id VARCHAR(36) NOT NULL,
    code TEXT NOT NULL,
    id VARCHAR(36) NOT NULL,
    row_rev INTEGER DEFAULT '0' NOT NULL,
    gone BOOLEAN DEFAULT '0' NOT NULL,
    author VARCHAR(36),
    written_at VARCHAR(27),
    CONSTRAINT pk_offer_question PRIMARY KEY (id),
    CONSTRAINT fk_offer_question_offer_id_offer FOREIGN KEY(offer_id) REFERENCES offer (id) DEFERRABLE INITIALLY DEFERRED
);

CREATE INDEX ix_offer_question_offer_id ON offer_question (offer_id);

CREATE TABLE offer_start (
    offer_id VARCHAR(36) NOT NULL,
    starts_on DATE NOT NULL,
    free_places INTEGER,
    id VARCHAR(36) NOT NULL,
    row_rev INTEGER DEFAULT '0' NOT NULL,
    gone BOOLEAN DEFAULT '0' NOT NULL,
    author VARCHAR(36),
    written_at VARCHAR(27),
    CONSTRAINT pk_offer_start PRIMARY KEY (id),
    CONSTRAINT fk_offer_start_offer_id_offer FOREIGN KEY(offer_id) REFERENCES offer (id) DEFERRABLE INITIALLY DEFERRED
);

CREATE INDEX ix_offer_start_offer_id ON offer_start (offer_id);

CREATE TABLE offer_target_group (
    offer_id VARCHAR(36) NOT NULL,
    target_group TEXT NOT NULL,
    id VARCHAR(36) NOT NULL,
    row_rev INTEGER DEFAULT '0' NOT NULL,
    gone BOOLEAN DEFAULT '0' NOT NULL,
    author VARCHAR(36),
    written_at VARCHAR(27),
    CONSTRAINT pk_offer_target_group PRIMARY KEY (id),
    CONSTRAINT fk_offer_target_group_offer_id_offer FOREIGN KEY(offer_id) REFERENCES offer (id) DEFERRABLE INITIALLY DEFERRED
);

CREATE INDEX ix_offer_target_group_offer_id ON offer_target_group (offer_id);

CREATE INDEX ix_offer_target_group_target_group ON offer_target_group (target_group);

CREATE TABLE outward_entry (
    system VARCHAR(40) NOT NULL,
    subject_kind TEXT NOT NULL,
    subject_id VARCHAR(36) NOT NULL,
    entered_on DATE,
    entered_by VARCHAR(36),
    case_id VARCHAR(36) NOT NULL,
    id VARCHAR(36) NOT NULL,
    row_rev INTEGER DEFAULT '0' NOT NULL,
    gone BOOLEAN DEFAULT '0' NOT NULL,
    author VARCHAR(36),
    written_at VARCHAR(27),
    withdrawn_on DATE,
    withdrawn_by VARCHAR(36),
    withdrawn_reason TEXT,
    CONSTRAINT pk_outward_entry PRIMARY KEY (id),
    CONSTRAINT fk_outward_entry_case_id_citizen FOREIGN KEY(case_id) REFERENCES citizen (id) DEFERRABLE INITIALLY DEFERRED
);

CREATE INDEX ix_outward_entry_case_id ON outward_entry (case_id);

CREATE TABLE part_service (
    offer_id VARCHAR(36) NOT NULL,
    title TEXT NOT NULL,
    weeks INTEGER,
    price INTEGER,
    id VARCHAR(36) NOT NULL,
    row_rev INTEGER DEFAULT '0' NOT NULL,
    gone BOOLEAN DEFAULT '0' NOT NULL,
    author VARCHAR(36),
    written_at VARCHAR(27),
    CONSTRAINT pk_part_service PRIMARY KEY (id),
    CONSTRAINT fk_part_service_offer_id_offer FOREIGN KEY(offer_id) REFERENCES offer (id) DEFERRABLE INITIALLY DEFERRED
);

CREATE INDEX ix_part_service_offer_id ON part_service (offer_id);

CREATE TABLE placement (
    offer_no TEXT NOT NULL,
    offer_id VARCHAR(36),
    order_id VARCHAR(36),
    title TEXT,
    provider_name TEXT,
    kind VARCHAR(40),
    ordered_on DATE,
    from_on DATE NOT NULL,
    to_on DATE,
    ended_on DATE,
    state VARCHAR(40) NOT NULL,
    weekly_hours INTEGER,
    given_in_writing_on DATE,
    mentor TEXT,
    next_step_decided_on DATE,
    next_step TEXT,
    end_reason TEXT,
    result VARCHAR(40),
    result_hours INTEGER,
    result_employer TEXT,
    case_id VARCHAR(36) NOT NULL,
    id VARCHAR(36) NOT NULL,
    row_rev INTEGER DEFAULT '0' NOT NULL,
    gone BOOLEAN DEFAULT '0' NOT NULL,
    author VARCHAR(36),
    written_at VARCHAR(27),
    withdrawn_on DATE,
    withdrawn_by VARCHAR(36),
    withdrawn_reason TEXT,
    CONSTRAINT pk_placement PRIMARY KEY (id),
    CONSTRAINT fk_placement_case_id_citizen FOREIGN KEY(case_id) REFERENCES citizen (id) DEFERRABLE INITIALLY DEFERRED
);

CREATE INDEX ix_placement_case_id ON placement (case_id);

CREATE TABLE placement_change_request (
    placement_id VARCHAR(36),
    order_id VARCHAR(36),
    change VARCHAR(40) NOT NULL,
    new_end_on DATE,
    new_hours INTEGER,
    reason TEXT,
    wanted_by TEXT,
    received_on DATE NOT NULL,
    decision VARCHAR(40),
    decided_on DATE,
    decided_by VARCHAR(36),
    decision_reason TEXT,
    case_id VARCHAR(36) NOT NULL,
    id VARCHAR(36) NOT NULL,
    row_rev INTEGER DEFAULT '0' NOT NULL,
    gone BOOLEAN DEFAULT '0' NOT NULL,
    author VARCHAR(36),
    written_at VARCHAR(27),
    withdrawn_on DATE,
    withdrawn_by VARCHAR(36),
    withdrawn_reason TEXT,
    CONSTRAINT pk_placement_change_request PRIMARY KEY (id),
    CONSTRAINT fk_placement_change_request_case_id_citizen FOREIGN KEY(case_id) REFERENCES citizen (id) DEFERRABLE INITIALLY DEFERRED
);

CREATE INDEX ix_placement_change_request_case_id ON placement_change_request (case_id);

CREATE TABLE plan_activity (
    plan_id VARCHAR(36),
    no INTEGER NOT NULL,
    kind VARCHAR(40) NOT NULL,
    legal_basis TEXT,
    title TEXT NOT NULL,
    offer_id VARCHAR(36),
    order_id VARCHAR(36),
    placement_id VARCHAR(36),
    provider_or_company TEXT,
    company_contact TEXT,
    content TEXT,
    purpose TEXT,
    from_on DATE,
    to_on DATE,
    weekly_hours INTEGER,
    days_times TEXT,
    place TEXT,
    responsible TEXT,
    expected_result TEXT,
    report_on DATE,
    parallel_group TEXT,
    phase TEXT,
    mentor TEXT,
    shared_with_provider BOOLEAN NOT NULL,
    state VARCHAR(40) NOT NULL,
    end_reason TEXT,
    case_id VARCHAR(36) NOT NULL,
    id VARCHAR(36) NOT NULL,
    row_rev INTEGER DEFAULT '0' NOT NULL,
    gone BOOLEAN DEFAULT '0' NOT NULL,
    author VARCHAR(36),
    written_at VARCHAR(27),
    withdrawn_on DATE,
    withdrawn_by VARCHAR(36),
    withdrawn_reason TEXT,
    CONSTRAINT pk_plan_activity PRIMARY KEY (id),
    CONSTRAINT fk_plan_activity_case_id_citizen FOREIGN KEY(case_id) REFERENCES citizen (id) DEFERRABLE INITIALLY DEFERRED
);

CREATE INDEX ix_plan_activity_case_id ON plan_activity (case_id);

CREATE TABLE portal_report (
    subject VARCHAR(40) NOT NULL,
    subject_id VARCHAR(36) NOT NULL,
    counted_from DATE NOT NULL,
    state VARCHAR(40) NOT NULL,
    reported_on DATE,
    rejected_reason TEXT,
    case_id VARCHAR(36) NOT NULL,
    id VARCHAR(36) NOT NULL,
    row_rev INTEGER DEFAULT '0' NOT NULL,
    gone BOOLEAN DEFAULT '0' NOT NULL,
    author VARCHAR(36),
    written_at VARCHAR(27),
    withdrawn_on DATE,
    withdrawn_by VARCHAR(36),
    withdrawn_reason TEXT,
    CONSTRAINT pk_portal_report PRIMARY KEY (id),
    CONSTRAINT fk_portal_report_case_id_citizen FOREIGN KEY(case_id) REFERENCES citizen (id) DEFERRABLE INITIALLY DEFERRED
);

CREATE INDEX ix_portal_report_case_id ON portal_report (case_id);

CREATE TABLE printed_document (
    kind TEXT NOT NULL,
    about_id VARCHAR(36),
    title TEXT NOT NULL,
    document_hash VARCHAR(64) NOT NULL,
    printed_on DATE NOT NULL,
    printed_by VARCHAR(36),
    handed_over_how VARCHAR(40),
    case_id VARCHAR(36) NOT NULL,
    id VARCHAR(36) NOT NULL,
    row_rev INTEGER DEFAULT '0' NOT NULL,
    gone BOOLEAN DEFAULT '0' NOT NULL,
    author VARCHAR(36),
    written_at VARCHAR(27),
    withdrawn_on DATE,
    withdrawn_by VARCHAR(36),
    withdrawn_reason TEXT,
    CONSTRAINT pk_printed_document PRIMARY KEY (id),
    CONSTRAINT fk_printed_document_case_id_citizen FOREIGN KEY(case_id) REFERENCES citizen (id) DEFERRABLE INITIALLY DEFERRED
);

CREATE INDEX ix_printed_document_case_id ON printed_document (case_id);

CREATE TABLE resource_element (
    element VARCHAR(40) NOT NULL,
    text TEXT NOT NULL,
    judgement VARCHAR(40) NOT NULL,
    source TEXT NOT NULL,
    source_id VARCHAR(36),
    noted_on DATE NOT NULL,
    citizen_comment TEXT,
    case_id VARCHAR(36) NOT NULL,
    id VARCHAR(36) NOT NULL,
    row_rev INTEGER DEFAULT '0' NOT NULL,
    gone BOOLEAN DEFAULT '0' NOT NULL,
    author VARCHAR(36),
    written_at VARCHAR(27),
    withdrawn_on DATE,
    withdrawn_by VARCHAR(36),
    withdrawn_reason TEXT,
    CONSTRAINT pk_resource_element PRIMARY KEY (id),
    CONSTRAINT fk_resource_element_case_id_citizen FOREIGN KEY(case_id) REFERENCES citizen (id) DEFERRABLE INITIALLY DEFERRED
);

CREATE INDEX ix_resource_element_case_id ON resource_element (case_id);

CREATE TABLE restricted_case (
    reason TEXT NOT NULL,
    from_on DATE NOT NULL,
    until_on DATE,
    readers TEXT NOT NULL,
    conflicted_worker_id VARCHAR(36),
    case_id VARCHAR(36) NOT NULL,
    id VARCHAR(36) NOT NULL,
    row_rev INTEGER DEFAULT '0' NOT NULL,
    gone BOOLEAN DEFAULT '0' NOT NULL,
    author VARCHAR(36),
    written_at VARCHAR(27),
    withdrawn_on DATE,
    withdrawn_by VARCHAR(36),
    withdrawn_reason TEXT,
    CONSTRAINT pk_restricted_case PRIMARY KEY (id),
    CONSTRAINT fk_restricted_case_case_id_citizen FOREIGN KEY(case_id) REFERENCES citizen (id) DEFERRABLE INITIALLY DEFERRED
);

CREATE INDEX ix_restricted_case_case_id ON restricted_case (case_id);

CREATE TABLE safety_note (
    fact TEXT NOT NULL,
    source TEXT NOT NULL,
    valid_from DATE NOT NULL,
    valid_until DATE NOT NULL,
    case_id VARCHAR(36) NOT NULL,
    id VARCHAR(36) NOT NULL,
    row_rev INTEGER DEFAULT '0' NOT NULL,
    gone BOOLEAN DEFAULT '0' NOT NULL,
    author VARCHAR(36),
    written_at VARCHAR(27),
    withdrawn_on DATE,
    withdrawn_by VARCHAR(36),
    withdrawn_reason TEXT,
    CONSTRAINT pk_safety_note PRIMARY KEY (id),
    CONSTRAINT fk_safety_note_case_id_citizen FOREIGN KEY(case_id) REFERENCES citizen (id) DEFERRABLE INITIALLY DEFERRED
);

CREATE INDEX ix_safety_note_case_id ON safety_note (case_id);

CREATE TABLE sanction_case (
    state VARCHAR(40) NOT NULL,
    opened_on DATE NOT NULL,
    hearing_sent_on DATE,
    hearing_answer_by DATE,
    hearing_answer_on DATE,
    facts_stated TEXT,
    rule_stated TEXT,
    answer_text TEXT,
    heard_orally TEXT,
    reasonable_excuse TEXT,
    furthers_availability TEXT,
    proportionate TEXT,
    recommendation TEXT,
    legal_basis TEXT,
    period TEXT,
    reason TEXT,
    second_reader VARCHAR(36),
    recommended_on DATE,
    decided_on DATE,
    decision TEXT,
    closed_on DATE,
    case_id VARCHAR(36) NOT NULL,
    id VARCHAR(36) NOT NULL,
    row_rev INTEGER DEFAULT '0' NOT NULL,
    gone BOOLEAN DEFAULT '0' NOT NULL,
    author VARCHAR(36),
    written_at VARCHAR(27),
    withdrawn_on DATE,
    withdrawn_by VARCHAR(36),
    withdrawn_reason TEXT,
    CONSTRAINT pk_sanction_case PRIMARY KEY (id),
    CONSTRAINT fk_sanction_case_case_id_citizen FOREIGN KEY(case_id) REFERENCES citizen (id) DEFERRABLE INITIALLY DEFERRED
);

CREATE INDEX ix_sanction_case_case_id ON sanction_case (case_id);

CREATE TABLE sickness_case (
    first_absence_on DATE NOT NULL,
    notified_on DATE,
    employer TEXT,
    employment_type TEXT,
    form_sent_on DATE,
    form_due_on DATE,
    form_returned_on DATE,
    expected_recovery_on DATE,
    doctor_statement_on DATE,
    follow_up_group VARCHAR(40),
    group_from DATE,
    earlier_weeks_used INTEGER NOT NULL,
    last_follow_up_on DATE,
    extension_decided_on DATE,
    extension_reason TEXT,
    recovered_on DATE,
    returned_to VARCHAR(40),
    case_id VARCHAR(36) NOT NULL,
    id VARCHAR(36) NOT NULL,
    row_rev INTEGER DEFAULT '0' NOT NULL,
    gone BOOLEAN DEFAULT '0' NOT NULL,
    author VARCHAR(36),
    written_at VARCHAR(27),
    withdrawn_on DATE,
    withdrawn_by VARCHAR(36),
    withdrawn_reason TEXT,
    CONSTRAINT pk_sickness_case PRIMARY KEY (id),
    CONSTRAINT fk_sickness_case_case_id_citizen FOREIGN KEY(case_id) REFERENCES citizen (id) DEFERRABLE INITIALLY DEFERRED
);

CREATE INDEX ix_sickness_case_case_id ON sickness_case (case_id);

CREATE TABLE summons (
    purpose VARCHAR(40) NOT NULL,
    form VARCHAR(40) NOT NULL,
    meets_on DATE NOT NULL,
    meets_at VARCHAR(5),
    ends_at VARCHAR(5),
    place TEXT,
    address TEXT,
    phone TEXT,
    staff_worker_id VARCHAR(36),
    title TEXT,
    text TEXT,
    what_to_bring TEXT,
    interpreter_booked BOOLEAN NOT NULL,
    rebook_allowed BOOLEAN NOT NULL,
    rebook_until DATE,
    duty_text TEXT,
    sent_on DATE,
    sent_how VARCHAR(40),
    document_hash VARCHAR(64),
    attendance VARCHAR(40),
    attendance_noted_on DATE,
    rebooked_to VARCHAR(36),
    case_id VARCHAR(36) NOT NULL,
    id VARCHAR(36) NOT NULL,
    row_rev INTEGER DEFAULT '0' NOT NULL,
    gone BOOLEAN DEFAULT '0' NOT NULL,
    author VARCHAR(36),
    written_at VARCHAR(27),
    withdrawn_on DATE,
    withdrawn_by VARCHAR(36),
    withdrawn_reason TEXT,
    CONSTRAINT pk_summons PRIMARY KEY (id),
    CONSTRAINT fk_summons_case_id_citizen FOREIGN KEY(case_id) REFERENCES citizen (id) DEFERRABLE INITIALLY DEFERRED
);

CREATE INDEX ix_summons_case_id ON summons (case_id);

CREATE TABLE sync_conflict (
    table_name TEXT NOT NULL,
    row_id VARCHAR(36) NOT NULL,
    merge_group TEXT NOT NULL,
    base_value TEXT,
    hub_value TEXT,
    own_value TEXT,
    by_worker_id VARCHAR(36),
    found_on DATE NOT NULL,
    state TEXT NOT NULL,
    answered_on DATE,
    case_id VARCHAR(36) NOT NULL,
    id VARCHAR(36) NOT NULL,
    row_rev INTEGER DEFAULT '0' NOT NULL,
    gone BOOLEAN DEFAULT '0' NOT NULL,
    author VARCHAR(36),
    written_at VARCHAR(27),
    withdrawn_on DATE,
    withdrawn_by VARCHAR(36),
    withdrawn_reason TEXT,
    CONSTRAINT pk_sync_conflict PRIMARY KEY (id),
    CONSTRAINT fk_sync_conflict_case_id_citizen FOREIGN KEY(case_id) REFERENCES citizen (id) DEFERRABLE INITIALLY DEFERRED
);

CREATE INDEX ix_sync_conflict_case_id ON sync_conflict (case_id);

CREATE TABLE talk (
    held_on DATE NOT NULL,
    held_by VARCHAR(36),
    held_by_name TEXT,
    from_extract BOOLEAN NOT NULL,
    form VARCHAR(40) NOT NULL,
    purpose VARCHAR(40),
    fulfils_duty BOOLEAN,
    present TEXT NOT NULL,
    since_last TEXT,
    job_search TEXT,
    skills TEXT,
    weekly_hours_possible INTEGER,
    part_time_wish BOOLEAN,
    obstacles TEXT,
    job_proposal TEXT,
    citizen_view TEXT,
    match_kept BOOLEAN,
    next_step_towards_work TEXT,
    next_contact_on DATE,
    next_form VARCHAR(40),
    template_id VARCHAR(36),
    group_meeting_id VARCHAR(36),
    summons_id VARCHAR(36),
    sickness_case_id VARCHAR(36),
    health_as_told TEXT,
    work_left_possible TEXT,
    partial_return_on DATE,
    retention_needed BOOLEAN,
    retention_measures TEXT,
    employer_contact_on DATE,
    doctor_contact_on DATE,
    case_id VARCHAR(36) NOT NULL,
    id VARCHAR(36) NOT NULL,
    row_rev INTEGER DEFAULT '0' NOT NULL,
    gone BOOLEAN DEFAULT '0' NOT NULL,
    author VARCHAR(36),
    written_at VARCHAR(27),
    withdrawn_on DATE,
    withdrawn_by VARCHAR(36),
    withdrawn_reason TEXT,
    CONSTRAINT pk_talk PRIMARY KEY (id),
    CONSTRAINT fk_talk_case_id_citizen FOREIGN KEY(case_id) REFERENCES citizen (id) DEFERRABLE INITIALLY DEFERRED
);

CREATE INDEX ix_talk_case_id ON talk (case_id);

CREATE TABLE target_group_marker (
    marker TEXT NOT NULL,
    from_on DATE NOT NULL,
    until_on DATE,
    restricted BOOLEAN NOT NULL,
    case_id VARCHAR(36) NOT NULL,
    id VARCHAR(36) NOT NULL,
    row_rev INTEGER DEFAULT '0' NOT NULL,
    gone BOOLEAN DEFAULT '0' NOT NULL,
    author VARCHAR(36),
    written_at VARCHAR(27),
    withdrawn_on DATE,
    withdrawn_by VARCHAR(36),
    withdrawn_reason TEXT,
    CONSTRAINT pk_target_group_marker PRIMARY KEY (id),
    CONSTRAINT fk_target_group_marker_case_id_citizen FOREIGN KEY(case_id) REFERENCES citizen (id) DEFERRABLE INITIALLY DEFERRED
);

CREATE INDEX ix_target_group_marker_case_id ON target_group_marker (case_id);

CREATE TABLE visitation_decision (
    decided_on DATE NOT NULL,
    decided_by VARCHAR(36),
    chosen_offer_id VARCHAR(36),
    considered_offer_ids TEXT NOT NULL,
    reason_kind TEXT,
    reason TEXT,
    override_reason TEXT,
    citizen_wish TEXT,
    agreed_with_citizen BOOLEAN,
    proposed_start DATE,
    case_id VARCHAR(36) NOT NULL,
    id VARCHAR(36) NOT NULL,
    row_rev INTEGER DEFAULT '0' NOT NULL,
    gone BOOLEAN DEFAULT '0' NOT NULL,
    author VARCHAR(36),
    written_at VARCHAR(27),
    withdrawn_on DATE,
    withdrawn_by VARCHAR(36),
    withdrawn_reason TEXT,
    CONSTRAINT pk_visitation_decision PRIMARY KEY (id),
    CONSTRAINT fk_visitation_decision_case_id_citizen FOREIGN KEY(case_id) REFERENCES citizen (id) DEFERRABLE INITIALLY DEFERRED
);

CREATE INDEX ix_visitation_decision_case_id ON visitation_decision (case_id);

CREATE TABLE warning (
    kind VARCHAR(40) NOT NULL,
    warned_on DATE NOT NULL,
    warned_how TEXT,
    in_writing BOOLEAN NOT NULL,
    text_version TEXT,
    understood BOOLEAN,
    talk_id VARCHAR(36),
    case_id VARCHAR(36) NOT NULL,
    id VARCHAR(36) NOT NULL,
    row_rev INTEGER DEFAULT '0' NOT NULL,
    gone BOOLEAN DEFAULT '0' NOT NULL,
    author VARCHAR(36),
    written_at VARCHAR(27),
    withdrawn_on DATE,
    withdrawn_by VARCHAR(36),
    withdrawn_reason TEXT,
    CONSTRAINT pk_warning PRIMARY KEY (id),
    CONSTRAINT fk_warning_case_id_citizen FOREIGN KEY(case_id) REFERENCES citizen (id) DEFERRABLE INITIALLY DEFERRED
);

CREATE INDEX ix_warning_case_id ON warning (case_id);

CREATE TABLE youth_alert (
    received_on DATE NOT NULL,
    school TEXT,
    programme TEXT,
    left_on DATE,
    at_risk_since DATE,
    reason TEXT,
    talk_offered_on DATE,
    outcome VARCHAR(40),
    outcome_on DATE,
    followed_up_3_months_on DATE,
    followed_up_6_months_on DATE,
    case_id VARCHAR(36) NOT NULL,
    id VARCHAR(36) NOT NULL,
    row_rev INTEGER DEFAULT '0' NOT NULL,
    gone BOOLEAN DEFAULT '0' NOT NULL,
    author VARCHAR(36),
    written_at VARCHAR(27),
    withdrawn_on DATE,
    withdrawn_by VARCHAR(36),
    withdrawn_reason TEXT,
    CONSTRAINT pk_youth_alert PRIMARY KEY (id),
    CONSTRAINT fk_youth_alert_case_id_citizen FOREIGN KEY(case_id) REFERENCES citizen (id) DEFERRABLE INITIALLY DEFERRED
);

CREATE INDEX ix_youth_alert_case_id ON youth_alert (case_id);

CREATE TABLE case_step (
    application_case_id VARCHAR(36) NOT NULL,
    step VARCHAR(40) NOT NULL,
    step_text TEXT,
    starts_on DATE NOT NULL,
    due_on DATE,
    done_on DATE,
    done_by VARCHAR(36),
    waiting_for VARCHAR(40),
    sent_on DATE,
    expected_on DATE,
    answered_on DATE,
    reminded_on DATE,
    result TEXT,
    case_id VARCHAR(36) NOT NULL,
    id VARCHAR(36) NOT NULL,
    row_rev INTEGER DEFAULT '0' NOT NULL,
    gone BOOLEAN DEFAULT '0' NOT NULL,
    author VARCHAR(36),
    written_at VARCHAR(27),
    withdrawn_on DATE,
    withdrawn_by VARCHAR(36),
    withdrawn_reason TEXT,
    CONSTRAINT pk_case_step PRIMARY KEY (id),
    CONSTRAINT fk_case_step_application_case_id_application_case FOREIGN KEY(application_case_id) REFERENCES application_case (id) DEFERRABLE INITIALLY DEFERRED,
    CONSTRAINT fk_case_step_case_id_citizen FOREIGN KEY(case_id) REFERENCES citizen (id) DEFERRABLE INITIALLY DEFERRED
);

CREATE INDEX ix_case_step_application_case_id ON case_step (application_case_id);

CREATE INDEX ix_case_step_case_id ON case_step (case_id);

CREATE TABLE commitment (
    order_id VARCHAR(36) NOT NULL,
    budget_line_id VARCHAR(36) NOT NULL,
    unit_price INTEGER,
    units INTEGER,
    amount INTEGER NOT NULL,
    spent INTEGER NOT NULL,
    released_on DATE,
    case_id VARCHAR(36) NOT NULL,
    id VARCHAR(36) NOT NULL,
    row_rev INTEGER DEFAULT '0' NOT NULL,
    gone BOOLEAN DEFAULT '0' NOT NULL,
    author VARCHAR(36),
    written_at VARCHAR(27),
    withdrawn_on DATE,
    withdrawn_by VARCHAR(36),
    withdrawn_reason TEXT,
    CONSTRAINT pk_commitment PRIMARY KEY (id),
    CONSTRAINT fk_commitment_order_id_offer_order FOREIGN KEY(order_id) REFERENCES offer_order (id) DEFERRABLE INITIALLY DEFERRED,
    CONSTRAINT fk_commitment_case_id_citizen FOREIGN KEY(case_id) REFERENCES citizen (id) DEFERRABLE INITIALLY DEFERRED
);

CREATE INDEX ix_commitment_case_id ON commitment (case_id);

CREATE INDEX ix_commitment_order_id ON commitment (order_id);

CREATE TABLE delay_notice (
    application_case_id VARCHAR(36) NOT NULL,
    sent_on DATE NOT NULL,
    new_expected_on DATE NOT NULL,
    reason TEXT NOT NULL,
    case_id VARCHAR(36) NOT NULL,
    id VARCHAR(36) NOT NULL,
    row_rev INTEGER DEFAULT '0' NOT NULL,
    gone BOOLEAN DEFAULT '0' NOT NULL,
    author VARCHAR(36),
    written_at VARCHAR(27),
    withdrawn_on DATE,
    withdrawn_by VARCHAR(36),
    withdrawn_reason TEXT,
    CONSTRAINT pk_delay_notice PRIMARY KEY (id),
    CONSTRAINT fk_delay_notice_application_case_id_application_case FOREIGN KEY(application_case_id) REFERENCES application_case (id) DEFERRABLE INITIALLY DEFERRED,
    CONSTRAINT fk_delay_notice_case_id_citizen FOREIGN KEY(case_id) REFERENCES citizen (id) DEFERRABLE INITIALLY DEFERRED
);

CREATE INDEX ix_delay_notice_application_case_id ON delay_notice (application_case_id);

CREATE INDEX ix_delay_notice_case_id ON delay_notice (case_id);

CREATE TABLE feedback (
    order_id VARCHAR(36) NOT NULL,
    kind VARCHAR(40) NOT NULL,
    one_time_number TEXT,
    written_by TEXT,
    phone TEXT,
    written_on DATE,
    received_on DATE NOT NULL,
    received_how VARCHAR(40) NOT NULL,
    entered_by VARCHAR(36),
    on_behalf BOOLEAN NOT NULL,
    accepted TEXT,
    decline_reason TEXT,
    start_on DATE,
    first_meeting TEXT,
    contact_person TEXT,
    planned_days INTEGER,
    attended_days INTEGER,
    absent_with_reason INTEGER,
    absent_without INTEGER,
    late INTEGER,
    comment TEXT,
    progress TEXT,
    citizen_comment TEXT,
    citizen_has_seen BOOLEAN,
    result VARCHAR(40),
    job_hours INTEGER,
    employer TEXT,
    lasting BOOLEAN,
    next_step TEXT,
    match_opinion TEXT,
    unanswered_compulsory INTEGER NOT NULL,
    incomplete_settled_on DATE,
    document_hash VARCHAR(64),
    case_id VARCHAR(36) NOT NULL,
    id VARCHAR(36) NOT NULL,
    row_rev INTEGER DEFAULT '0' NOT NULL,
    gone BOOLEAN DEFAULT '0' NOT NULL,
    author VARCHAR(36),
    written_at VARCHAR(27),
    withdrawn_on DATE,
    withdrawn_by VARCHAR(36),
    withdrawn_reason TEXT,
    CONSTRAINT pk_feedback PRIMARY KEY (id),
    CONSTRAINT fk_feedback_order_id_offer_order FOREIGN KEY(order_id) REFERENCES offer_order (id) DEFERRABLE INITIALLY DEFERRED,
    CONSTRAINT fk_feedback_case_id_citizen FOREIGN KEY(case_id) REFERENCES citizen (id) DEFERRABLE INITIALLY DEFERRED
);

CREATE INDEX ix_feedback_case_id ON feedback (case_id);

CREATE INDEX ix_feedback_order_id ON feedback (order_id);

CREATE TABLE feedback_reminder (
    order_id VARCHAR(36) NOT NULL,
    feedback_kind VARCHAR(40) NOT NULL,
    reminded_on DATE NOT NULL,
    how TEXT,
    received_otherwise BOOLEAN NOT NULL,
    case_id VARCHAR(36) NOT NULL,
    id VARCHAR(36) NOT NULL,
    row_rev INTEGER DEFAULT '0' NOT NULL,
    gone BOOLEAN DEFAULT '0' NOT NULL,
    author VARCHAR(36),
    written_at VARCHAR(27),
    withdrawn_on DATE,
    withdrawn_by VARCHAR(36),
    withdrawn_reason TEXT,
    CONSTRAINT pk_feedback_reminder PRIMARY KEY (id),
    CONSTRAINT fk_feedback_reminder_order_id_offer_order FOREIGN KEY(order_id) REFERENCES offer_order (id) DEFERRABLE INITIALLY DEFERRED,
    CONSTRAINT fk_feedback_reminder_case_id_citizen FOREIGN KEY(case_id) REFERENCES citizen (id) DEFERRABLE INITIALLY DEFERRED
);

CREATE INDEX ix_feedback_reminder_case_id ON feedback_reminder (case_id);

CREATE INDEX ix_feedback_reminder_order_id ON feedback_reminder (order_id);

CREATE TABLE order_question (
    order_id VARCHAR(36) NOT NULL,
    no INTEGER NOT NULL,
    code TEXT,
    text TEXT NOT NULL,
    answer_kind VARCHAR(40) NOT NULL,
    choices TEXT,
    basis_wanted VARCHAR(40),
    element VARCHAR(40),
    answer_at VARCHAR(40) NOT NULL,
    compulsory BOOLEAN NOT NULL,
    case_id VARCHAR(36) NOT NULL,
    id VARCHAR(36) NOT NULL,
    row_rev INTEGER DEFAULT '0' NOT NULL,
    gone BOOLEAN DEFAULT '0' NOT NULL,
    author VARCHAR(36),
    written_at VARCHAR(27),
    withdrawn_on DATE,
    withdrawn_by VARCHAR(36),
    withdrawn_reason TEXT,
    CONSTRAINT pk_order_question PRIMARY KEY (id),
    CONSTRAINT fk_order_question_order_id_offer_order FOREIGN KEY(order_id) REFERENCES offer_order (id) DEFERRABLE INITIALLY DEFERRED,
    CONSTRAINT fk_order_question_case_id_citizen FOREIGN KEY(case_id) REFERENCES citizen (id) DEFERRABLE INITIALLY DEFERRED
);

CREATE INDEX ix_order_question_case_id ON order_question (case_id);

CREATE INDEX ix_order_question_order_id ON order_question (order_id);

CREATE TABLE outcome_check (
    placement_id VARCHAR(36) NOT NULL,
    months_after INTEGER NOT NULL,
    checked_on DATE NOT NULL,
    outcome VARCHAR(40) NOT NULL,
    job_hours INTEGER,
    new_match INTEGER,
    case_id VARCHAR(36) NOT NULL,
    id VARCHAR(36) NOT NULL,
    row_rev INTEGER DEFAULT '0' NOT NULL,
    gone BOOLEAN DEFAULT '0' NOT NULL,
    author VARCHAR(36),
    written_at VARCHAR(27),
    withdrawn_on DATE,
    withdrawn_by VARCHAR(36),
    withdrawn_reason TEXT,
    CONSTRAINT pk_outcome_check PRIMARY KEY (id),
    CONSTRAINT fk_outcome_check_placement_id_placement FOREIGN KEY(placement_id) REFERENCES placement (id) DEFERRABLE INITIALLY DEFERRED,
    CONSTRAINT fk_outcome_check_case_id_citizen FOREIGN KEY(case_id) REFERENCES citizen (id) DEFERRABLE INITIALLY DEFERRED
);

CREATE INDEX ix_outcome_check_case_id ON outcome_check (case_id);

CREATE INDEX ix_outcome_check_placement_id ON outcome_check (placement_id);

CREATE TABLE plan_goal (
    plan_id VARCHAR(36) NOT NULL,
    rank INTEGER NOT NULL,
    job_title TEXT NOT NULL,
    industry_id VARCHAR(36),
    weekly_hours INTEGER,
    by_when DATE,
    labour_market_reason TEXT,
    case_id VARCHAR(36) NOT NULL,
    id VARCHAR(36) NOT NULL,
    row_rev INTEGER DEFAULT '0' NOT NULL,
    gone BOOLEAN DEFAULT '0' NOT NULL,
    author VARCHAR(36),
    written_at VARCHAR(27),
    withdrawn_on DATE,
    withdrawn_by VARCHAR(36),
    withdrawn_reason TEXT,
    CONSTRAINT pk_plan_goal PRIMARY KEY (id),
    CONSTRAINT fk_plan_goal_plan_id_job_plan FOREIGN KEY(plan_id) REFERENCES job_plan (id) DEFERRABLE INITIALLY DEFERRED,
    CONSTRAINT fk_plan_goal_case_id_citizen FOREIGN KEY(case_id) REFERENCES citizen (id) DEFERRABLE INITIALLY DEFERRED
);

CREATE INDEX ix_plan_goal_case_id ON plan_goal (case_id);

CREATE INDEX ix_plan_goal_plan_id ON plan_goal (plan_id);

CREATE TABLE plan_review (
    plan_id VARCHAR(36) NOT NULL,
    reviewed_on DATE NOT NULL,
    reviewed_by VARCHAR(36),
    talk_id VARCHAR(36),
    case_id VARCHAR(36) NOT NULL,
    id VARCHAR(36) NOT NULL,
    row_rev INTEGER DEFAULT '0' NOT NULL,
    gone BOOLEAN DEFAULT '0' NOT NULL,
    author VARCHAR(36),
    written_at VARCHAR(27),
    withdrawn_on DATE,
    withdrawn_by VARCHAR(36),
    withdrawn_reason TEXT,
    CONSTRAINT pk_plan_review PRIMARY KEY (id),
    CONSTRAINT fk_plan_review_plan_id_job_plan FOREIGN KEY(plan_id) REFERENCES job_plan (id) DEFERRABLE INITIALLY DEFERRED,
    CONSTRAINT fk_plan_review_case_id_citizen FOREIGN KEY(case_id) REFERENCES citizen (id) DEFERRABLE INITIALLY DEFERRED
);

CREATE INDEX ix_plan_review_case_id ON plan_review (case_id);

CREATE INDEX ix_plan_review_plan_id ON plan_review (plan_id);

CREATE TABLE plan_step (
    plan_id VARCHAR(36) NOT NULL,
    no INTEGER NOT NULL,
    text TEXT NOT NULL,
    who VARCHAR(40) NOT NULL,
    by_date DATE,
    place TEXT,
    bring TEXT,
    done_on DATE,
    case_id VARCHAR(36) NOT NULL,
    id VARCHAR(36) NOT NULL,
    row_rev INTEGER DEFAULT '0' NOT NULL,
    gone BOOLEAN DEFAULT '0' NOT NULL,
    author VARCHAR(36),
    written_at VARCHAR(27),
    withdrawn_on DATE,
    withdrawn_by VARCHAR(36),
    withdrawn_reason TEXT,
    CONSTRAINT pk_plan_step PRIMARY KEY (id),
    CONSTRAINT fk_plan_step_plan_id_job_plan FOREIGN KEY(plan_id) REFERENCES job_plan (id) DEFERRABLE INITIALLY DEFERRED,
    CONSTRAINT fk_plan_step_case_id_citizen FOREIGN KEY(case_id) REFERENCES citizen (id) DEFERRABLE INITIALLY DEFERRED
);

CREATE INDEX ix_plan_step_case_id ON plan_step (case_id);

CREATE INDEX ix_plan_step_plan_id ON plan_step (plan_id);

CREATE TABLE risk_assessment (
    sickness_case_id VARCHAR(36) NOT NULL,
    assessed_on DATE NOT NULL,
    level VARCHAR(40) NOT NULL,
    facts TEXT NOT NULL,
    overruled_reason TEXT,
    case_id VARCHAR(36) NOT NULL,
    id VARCHAR(36) NOT NULL,
    row_rev INTEGER DEFAULT '0' NOT NULL,
    gone BOOLEAN DEFAULT '0' NOT NULL,
    author VARCHAR(36),
    written_at VARCHAR(27),
    withdrawn_on DATE,
    withdrawn_by VARCHAR(36),
    withdrawn_reason TEXT,
    CONSTRAINT pk_risk_assessment PRIMARY KEY (id),
    CONSTRAINT fk_risk_assessment_sickness_case_id_sickness_case FOREIGN KEY(sickness_case_id) REFERENCES sickness_case (id) DEFERRABLE INITIALLY DEFERRED,
    CONSTRAINT fk_risk_assessment_case_id_citizen FOREIGN KEY(case_id) REFERENCES citizen (id) DEFERRABLE INITIALLY DEFERRED
);

CREATE INDEX ix_risk_assessment_case_id ON risk_assessment (case_id);

CREATE INDEX ix_risk_assessment_sickness_case_id ON risk_assessment (sickness_case_id);

CREATE TABLE talk_agreement (
    talk_id VARCHAR(36) NOT NULL,
    text TEXT NOT NULL,
    who VARCHAR(40) NOT NULL,
    by_date DATE,
    done_on DATE,
    case_id VARCHAR(36) NOT NULL,
    id VARCHAR(36) NOT NULL,
    row_rev INTEGER DEFAULT '0' NOT NULL,
    gone BOOLEAN DEFAULT '0' NOT NULL,
    author VARCHAR(36),
    written_at VARCHAR(27),
    withdrawn_on DATE,
    withdrawn_by VARCHAR(36),
    withdrawn_reason TEXT,
    CONSTRAINT pk_talk_agreement PRIMARY KEY (id),
    CONSTRAINT fk_talk_agreement_talk_id_talk FOREIGN KEY(talk_id) REFERENCES talk (id) DEFERRABLE INITIALLY DEFERRED,
    CONSTRAINT fk_talk_agreement_case_id_citizen FOREIGN KEY(case_id) REFERENCES citizen (id) DEFERRABLE INITIALLY DEFERRED
);

CREATE INDEX ix_talk_agreement_case_id ON talk_agreement (case_id);

CREATE INDEX ix_talk_agreement_talk_id ON talk_agreement (talk_id);

CREATE TABLE order_answer (
    feedback_id VARCHAR(36) NOT NULL,
    question_id VARCHAR(36) NOT NULL,
    answer TEXT,
    text TEXT,
    basis VARCHAR(40),
    certainty VARCHAR(40),
    not_answered_reason TEXT,
    accepted_element_id VARCHAR(36),
    case_id VARCHAR(36) NOT NULL,
    id VARCHAR(36) NOT NULL,
    row_rev INTEGER DEFAULT '0' NOT NULL,
    gone BOOLEAN DEFAULT '0' NOT NULL,
    author VARCHAR(36),
    written_at VARCHAR(27),
    withdrawn_on DATE,
    withdrawn_by VARCHAR(36),
    withdrawn_reason TEXT,
    CONSTRAINT pk_order_answer PRIMARY KEY (id),
    CONSTRAINT fk_order_answer_feedback_id_feedback FOREIGN KEY(feedback_id) REFERENCES feedback (id) DEFERRABLE INITIALLY DEFERRED,
    CONSTRAINT fk_order_answer_question_id_order_question FOREIGN KEY(question_id) REFERENCES order_question (id) DEFERRABLE INITIALLY DEFERRED,
    CONSTRAINT fk_order_answer_case_id_citizen FOREIGN KEY(case_id) REFERENCES citizen (id) DEFERRABLE INITIALLY DEFERRED
);

CREATE INDEX ix_order_answer_case_id ON order_answer (case_id);

CREATE INDEX ix_order_answer_feedback_id ON order_answer (feedback_id);

CREATE INDEX ix_order_answer_question_id ON order_answer (question_id);
