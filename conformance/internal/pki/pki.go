// Package pki is a throw-away certificate authority for workloads on loopback.
package pki

import (
	"crypto/ecdsa"
	"crypto/elliptic"
	"crypto/rand"
	"crypto/tls"
	"crypto/x509"
	"crypto/x509/pkix"
	"encoding/pem"
	"math/big"
	"net/url"
	"time"
)

// Authority signs certificates.
type Authority struct {
	certificate *x509.Certificate
	key         *ecdsa.PrivateKey
	serial      int64
}

// Leaf is a signed certificate with its key, in PEM.
type Leaf struct{ Certificate, Key []byte }

// NewAuthority makes a self-signed authority.
func NewAuthority() (*Authority, error) {
	key, err := ecdsa.GenerateKey(elliptic.P256(), rand.Reader)
	if err != nil {
		return nil, err
	}
	template := template(1)
	template.Subject = pkix.Name{CommonName: "conformance root"}
	template.IsCA, template.BasicConstraintsValid, template.KeyUsage = true, true, x509.KeyUsageCertSign
	der, err := x509.CreateCertificate(rand.Reader, template, template, key.Public(), key)
	if err != nil {
		return nil, err
	}
	certificate, err := x509.ParseCertificate(der)
	return &Authority{certificate, key, 1}, err
}

// Root is the authority's own certificate, in PEM.
func (a *Authority) Root() []byte { return block("CERTIFICATE", a.certificate.Raw) }

// Workload issues a certificate with a SPIFFE identity such as cluster.local/ns/NAMESPACE/sa/ACCOUNT.
func (a *Authority) Workload(principal string) (Leaf, error) {
	identity, err := url.Parse("spiffe://" + principal)
	if err != nil {
		return Leaf{}, err
	}
	template := a.next()
	template.URIs = []*url.URL{identity}
	return a.issue(template)
}

// Server issues a certificate for DNS names.
func (a *Authority) Server(names ...string) (Leaf, error) {
	template := a.next()
	template.DNSNames = names
	return a.issue(template)
}

// TLS is the leaf as Go's TLS wants it.
func (l Leaf) TLS() (tls.Certificate, error) { return tls.X509KeyPair(l.Certificate, l.Key) }

func (a *Authority) next() *x509.Certificate {
	a.serial++
	t := template(a.serial)
	t.KeyUsage = x509.KeyUsageDigitalSignature
	t.ExtKeyUsage = []x509.ExtKeyUsage{x509.ExtKeyUsageClientAuth, x509.ExtKeyUsageServerAuth}
	return t
}

func (a *Authority) issue(template *x509.Certificate) (Leaf, error) {
	key, err := ecdsa.GenerateKey(elliptic.P256(), rand.Reader)
	if err != nil {
		return Leaf{}, err
	}
	der, err := x509.CreateCertificate(rand.Reader, template, a.certificate, key.Public(), a.key)
	if err != nil {
		return Leaf{}, err
	}
	private, err := x509.MarshalPKCS8PrivateKey(key)
	if err != nil {
		return Leaf{}, err
	}
	return Leaf{block("CERTIFICATE", der), block("PRIVATE KEY", private)}, nil
}

func template(serial int64) *x509.Certificate {
	now := time.Now()
	return &x509.Certificate{SerialNumber: big.NewInt(serial), NotBefore: now.Add(-time.Hour), NotAfter: now.Add(60 * 24 * time.Hour)}
}

func block(kind string, der []byte) []byte {
	return pem.EncodeToMemory(&pem.Block{Type: kind, Bytes: der})
}
