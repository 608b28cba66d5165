package play;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.proc.BadJOSEException;
import com.nimbusds.oauth2.sdk.AuthorizationCodeGrant;
import com.nimbusds.oauth2.sdk.AuthorizationGrant;
import com.nimbusds.oauth2.sdk.GeneralException;
import com.nimbusds.oauth2.sdk.RefreshTokenGrant;
import com.nimbusds.oauth2.sdk.ResponseType;
import com.nimbusds.oauth2.sdk.Scope;
import com.nimbusds.oauth2.sdk.TokenRequest;
import com.nimbusds.oauth2.sdk.TokenResponse;
import com.nimbusds.oauth2.sdk.auth.ClientSecretBasic;
import com.nimbusds.oauth2.sdk.auth.Secret;
import com.nimbusds.oauth2.sdk.id.ClientID;
import com.nimbusds.oauth2.sdk.id.Issuer;
import com.nimbusds.oauth2.sdk.id.State;
import com.nimbusds.oauth2.sdk.pkce.CodeChallengeMethod;
import com.nimbusds.oauth2.sdk.pkce.CodeVerifier;
import com.nimbusds.oauth2.sdk.token.RefreshToken;
import com.nimbusds.openid.connect.sdk.AuthenticationRequest;
import com.nimbusds.openid.connect.sdk.AuthenticationResponse;
import com.nimbusds.openid.connect.sdk.AuthenticationResponseParser;
import com.nimbusds.openid.connect.sdk.LogoutRequest;
import com.nimbusds.openid.connect.sdk.Nonce;
import com.nimbusds.openid.connect.sdk.OIDCTokenResponseParser;
import com.nimbusds.openid.connect.sdk.UserInfoRequest;
import com.nimbusds.openid.connect.sdk.UserInfoResponse;
import com.nimbusds.openid.connect.sdk.claims.IDTokenClaimsSet;
import com.nimbusds.openid.connect.sdk.op.OIDCProviderMetadata;
import com.nimbusds.openid.connect.sdk.token.OIDCTokens;
import com.nimbusds.openid.connect.sdk.validators.IDTokenValidator;
import java.io.IOException;
import java.net.URI;
import java.util.Map;

/** Signing in through Chodae, step by step. The library does the protocol; each step says what it is for. */
final class Chodae {

    private static final Scope SCOPE = new Scope("openid", "profile", "email", "phone", "chodae");

    private final OIDCProviderMetadata provider;
    private final ClientID client;
    private final ClientSecretBasic authentication;
    private final URI redirectUri;
    private final IDTokenValidator idTokens;

    /** Discovery: everything else is found from the issuer's address. */
    Chodae(Settings settings) throws IOException, GeneralException {
        provider = OIDCProviderMetadata.resolve(new Issuer(settings.issuer()));
        client = new ClientID(settings.clientId());
        authentication = new ClientSecretBasic(client, new Secret(settings.clientSecret()));
        redirectUri = settings.redirectUri();
        idTokens = new IDTokenValidator(
                provider.getIssuer(), client, JWSAlgorithm.RS256, provider.getJWKSetURI().toURL());
    }

    /** What belongs to one attempt to sign in; it stays with the browser's session until the answer comes. */
    record Attempt(State state, Nonce nonce, CodeVerifier verifier) {

        static Attempt begin() {
            return new Attempt(new State(), new Nonce(), new CodeVerifier());
        }
    }

    /** A person who is signed in, as of the last time Chodae was asked. */
    record SignedIn(OIDCTokens tokens, Map<String, Object> claims) {}

    /** Chodae said no; {@code code} is an OAuth error such as {@code access_denied} or {@code invalid_grant}. */
    static final class Refused extends Exception {

        private static final long serialVersionUID = 1;
        final String code;

        Refused(String code) {
            super(code);
            this.code = code;
        }
    }

    /** Where to send the browser: state against forged answers, nonce against replayed tokens, PKCE against stolen codes. */
    URI signIn(Attempt attempt) {
        return new AuthenticationRequest.Builder(ResponseType.CODE, SCOPE, client, redirectUri)
                .endpointURI(provider.getAuthorizationEndpointURI())
                .state(attempt.state())
                .nonce(attempt.nonce())
                .codeChallenge(attempt.verifier(), CodeChallengeMethod.S256)
                .build()
                .toURI();
    }

    /** The browser came back: the answer must belong to the attempt, and the code is exchanged for tokens. */
    SignedIn answer(URI answered, Attempt attempt) throws IOException, GeneralException, Refused {
        AuthenticationResponse response = AuthenticationResponseParser.parse(answered);
        if (!attempt.state().equals(response.getState())) {
            throw new Refused("state");
        }
        if (!response.indicatesSuccess()) {
            throw new Refused(response.toErrorResponse().getErrorObject().getCode());
        }
        AuthorizationGrant grant = new AuthorizationCodeGrant(
                response.toSuccessResponse().getAuthorizationCode(), redirectUri, attempt.verifier());
        return tokens(grant, attempt.nonce());
    }

    /** Asks again whether the person may still use this Play. A refresh token works once; the answer brings the next. */
    SignedIn refresh(SignedIn person) throws IOException, GeneralException, Refused {
        RefreshToken token = person.tokens().getRefreshToken();
        return tokens(new RefreshTokenGrant(token), null);
    }

    /** Where to send the browser to sign the person out of Chodae too. */
    URI signOut(SignedIn person, URI afterwards) {
        return new LogoutRequest(
                        provider.getEndSessionEndpointURI(), person.tokens().getIDToken(), afterwards, null)
                .toURI();
    }

    private SignedIn tokens(AuthorizationGrant grant, Nonce nonce) throws IOException, GeneralException, Refused {
        TokenRequest request =
                new TokenRequest.Builder(provider.getTokenEndpointURI(), authentication, grant).build();
        TokenResponse response = OIDCTokenResponseParser.parse(request.toHTTPRequest().send());
        if (!response.indicatesSuccess()) {
            throw new Refused(response.toErrorResponse().getErrorObject().getCode());
        }
        OIDCTokens tokens = (OIDCTokens) response.toSuccessResponse().getTokens();
        return new SignedIn(tokens, userInfo(tokens, checked(tokens, nonce)));
    }

    /** Signature by Chodae's published keys, issuer, audience, expiry and nonce. */
    private IDTokenClaimsSet checked(OIDCTokens tokens, Nonce nonce) throws Refused {
        try {
            return idTokens.validate(tokens.getIDToken(), nonce);
        } catch (BadJOSEException | JOSEException e) {
            throw new Refused("id_token: " + e.getMessage());
        }
    }

    /** The same as in the ID token, as of now; it must be about the same person. */
    private Map<String, Object> userInfo(OIDCTokens tokens, IDTokenClaimsSet idToken)
            throws IOException, GeneralException, Refused {
        UserInfoRequest request = new UserInfoRequest(provider.getUserInfoEndpointURI(), tokens.getAccessToken());
        UserInfoResponse response = UserInfoResponse.parse(request.toHTTPRequest().send());
        if (!response.indicatesSuccess()) {
            throw new Refused(response.toErrorResponse().getErrorObject().getCode());
        }
        var claims = response.toSuccessResponse().getUserInfo();
        if (!claims.getSubject().equals(idToken.getSubject())) {
            throw new Refused("sub");
        }
        return claims.toJSONObject();
    }
}
