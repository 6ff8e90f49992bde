package behaviour

import (
	"crypto"
	"crypto/rand"
	"crypto/rsa"
	"crypto/sha256"
	"encoding/base64"
	"encoding/json"
	"math/big"
	"time"
)

// issuer signs tokens.
type issuer struct{ key, stranger *rsa.PrivateKey }

func newIssuer() (*issuer, error) {
	key, err := rsa.GenerateKey(rand.Reader, 2048)
	if err != nil {
		return nil, err
	}
	stranger, err := rsa.GenerateKey(rand.Reader, 2048)
	return &issuer{key, stranger}, err
}

// jwks is what the issuer's jwksUri would give.
func (i *issuer) jwks() string {
	return string(encode(map[string]any{"keys": []any{map[string]any{
		"kty": "RSA", "alg": "RS256", "use": "sig", "kid": "conformance",
		"n": base64.RawURLEncoding.EncodeToString(i.key.N.Bytes()),
		"e": base64.RawURLEncoding.EncodeToString(big.NewInt(int64(i.key.E)).Bytes()),
	}}}))
}

func (i *issuer) sign(token Token) (string, error) {
	expiry := time.Now().Add(time.Hour)
	if token.Expired {
		expiry = time.Now().Add(-time.Hour)
	}
	claims := map[string]any{"iss": token.Issuer, "sub": "conformance", "exp": expiry.Unix()}
	if token.Audience != "" {
		claims["aud"] = token.Audience
	}
	text := base64.RawURLEncoding.EncodeToString(encode(map[string]any{"alg": "RS256", "typ": "JWT", "kid": "conformance"})) + "." +
		base64.RawURLEncoding.EncodeToString(encode(claims))
	key := i.key
	if token.Forged {
		key = i.stranger
	}
	digest := sha256.Sum256([]byte(text))
	signature, err := rsa.SignPKCS1v15(rand.Reader, key, crypto.SHA256, digest[:])
	return text + "." + base64.RawURLEncoding.EncodeToString(signature), err
}

func encode(value any) []byte {
	text, err := json.Marshal(value)
	if err != nil {
		panic(err) // maps of strings and numbers
	}
	return text
}
