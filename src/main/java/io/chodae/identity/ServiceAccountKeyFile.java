package io.chodae.identity;

import java.util.LinkedHashMap;
import java.util.Map;

/**
 * The key file in the form that Google's client libraries read. It exists in one answer and in the hands of whoever took
 * it; the server keeps nothing of the private key.
 *
 * @param fields of the JSON object, in its order
 */
public record ServiceAccountKeyFile(String keyId, Map<String, String> fields) {

    static ServiceAccountKeyFile of(
            String project, String keyId, String privateKey, String clientEmail, String clientId, String publicUrl) {
        Map<String, String> fields = new LinkedHashMap<>();
        fields.put("type", "service_account");
        fields.put("project_id", project);
        fields.put("private_key_id", keyId);
        fields.put("private_key", privateKey);
        fields.put("client_email", clientEmail);
        fields.put("client_id", clientId);
        fields.put("auth_uri", publicUrl + "/oauth2/authorize");
        fields.put("token_uri", publicUrl + "/oauth2/token");
        return new ServiceAccountKeyFile(keyId, fields);
    }

    /** Without the key, whoever prints it. */
    @Override
    public String toString() {
        return "ServiceAccountKeyFile[" + keyId + "]";
    }
}
