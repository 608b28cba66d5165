-- Browser sessions, as Spring Session JDBC asks for them. An id alone opens nothing: the cookie carries a MAC as well.
create table spring_session (
    primary_id            char(36)     primary key,
    session_id            char(36)     not null unique,
    creation_time         bigint       not null,
    last_access_time      bigint       not null,
    max_inactive_interval int          not null,
    expiry_time           bigint       not null,
    principal_name        varchar(100)
);

create index spring_session_by_expiry on spring_session (expiry_time);
create index spring_session_by_principal on spring_session (principal_name);

create table spring_session_attributes (
    session_primary_id char(36)     not null references spring_session (primary_id) on delete cascade,
    attribute_name     varchar(200) not null,
    attribute_bytes    bytea        not null,
    primary key (session_primary_id, attribute_name)
);

-- Clients, authorizations and consents, as Spring Authorization Server asks for them. The *_value columns hold
-- SHA-256 of the tokens.
create table oauth2_registered_client (
    id                            text        primary key,
    client_id                     text        not null unique,
    client_id_issued_at           timestamptz not null,
    client_secret                 text,
    client_secret_expires_at      timestamptz,
    client_name                   text        not null,
    client_authentication_methods text        not null,
    authorization_grant_types     text        not null,
    redirect_uris                 text,
    post_logout_redirect_uris     text,
    scopes                        text        not null,
    client_settings               text        not null,
    token_settings                text        not null
);

create table oauth2_authorization (
    id                            text        primary key,
    registered_client_id          text        not null,
    principal_name                text        not null,
    authorization_grant_type      text        not null,
    authorized_scopes             text,
    attributes                    text,
    state                         text,
    authorization_code_value      text,
    authorization_code_issued_at  timestamptz,
    authorization_code_expires_at timestamptz,
    authorization_code_metadata   text,
    access_token_value            text,
    access_token_issued_at        timestamptz,
    access_token_expires_at       timestamptz,
    access_token_metadata         text,
    access_token_type             text,
    access_token_scopes           text,
    oidc_id_token_value           text,
    oidc_id_token_issued_at       timestamptz,
    oidc_id_token_expires_at      timestamptz,
    oidc_id_token_metadata        text,
    refresh_token_value           text,
    refresh_token_issued_at       timestamptz,
    refresh_token_expires_at      timestamptz,
    refresh_token_metadata        text,
    user_code_value               text,
    user_code_issued_at           timestamptz,
    user_code_expires_at          timestamptz,
    user_code_metadata            text,
    device_code_value             text,
    device_code_issued_at         timestamptz,
    device_code_expires_at        timestamptz,
    device_code_metadata          text
);

create index oauth2_authorization_by_code on oauth2_authorization (authorization_code_value);
create index oauth2_authorization_by_access on oauth2_authorization (access_token_value);
create index oauth2_authorization_by_refresh on oauth2_authorization (refresh_token_value);
create index oauth2_authorization_by_principal on oauth2_authorization (principal_name);

create table oauth2_authorization_consent (
    registered_client_id text not null,
    principal_name       text not null,
    authorities          text not null,
    primary key (registered_client_id, principal_name)
);
