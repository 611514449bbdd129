#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""A client of the register, written from the wire format alone: standard library, no code of the project.

Usage: peer_client.py PORT PKI   (PKI: folder with ca.pem, cert.pem, key.pem)
Obtains a list of doublons (none), a number, the same list (one), the demande, the feeds; prints what it got as
JSON. Ends with 1 and a sentence when something is not as the format says.
"""
import email
import email.policy
import http.client
import json
import re
import ssl
import sys

WS = "http://ws.metier.nuu.application.i2/"
PATH = "/services/DemandeLogementImplService/"
DEMANDE = """<?xml version="1.0" encoding="US-ASCII"?>
<q:interfaceNuu versionInterface="02.01" xmlns:q="http://nuu.application.i2/">
  <q:entete><q:typeFichier>CRE</q:typeFichier><q:dateFichier>2026-01-05T10:00:00.0+01:00</q:dateFichier></q:entete>
  <q:demande><q:demandeLogement>
    <q:numGuichet>G1226</q:numGuichet>
    <q:dateCreationDemande>2026-01-05</q:dateCreationDemande>
    <q:personnePhysique>
      <q:demandeur>
        <q:civilite code="2"/><q:nom>Solnhofen</q:nom><q:nomPatronymique>Lefran&#231;ois</q:nomPatronymique>
        <q:prenom>Ana&#239;s</q:prenom><q:dateNaissance>1984-07-09</q:dateNaissance>
        <q:nationalite code="1"/><q:situationFamiliale code="C"/>
        <q:telPortable>0639984152</q:telPortable>
        <q:adressePostale><q:etranger>false</q:etranger><q:numero>3</q:numero><q:voie>rue des Essais</q:voie>
          <q:codePostal>95200</q:codePostal><q:commune code="95585"/></q:adressePostale>
      </q:demandeur>
      <q:logementActuel><q:listeModeleLogement><q:modeleLogement code="CPE"/></q:listeModeleLogement>
        <q:nombreHabitant>4</q:nombreHabitant></q:logementActuel>
    </q:personnePhysique>
    <q:logementRecherche><q:demandeElargie>true</q:demandeElargie>
      <q:listeTypeLogement><q:typeLogement code="T2"/></q:listeTypeLogement>
      <q:listeLocalisationSouhaite><q:localisationSouhaite><q:commune code="95268"/></q:localisationSouhaite>
      </q:listeLocalisationSouhaite></q:logementRecherche>
  </q:demandeLogement></q:demande>
</q:interfaceNuu>
"""


def check(holds, sentence):
    if not holds:
        print(sentence, file=sys.stderr)
        sys.exit(1)


def package(service, root, children, demande=None, certificate=False):
    boundary = "----=_Part_17_peer"
    lines = [
        "--" + boundary,
        'Content-Type: application/xop+xml; charset=UTF-8; type="application/soap+xml"; action="%s"' % service,
        "Content-Transfer-Encoding: 8bit",
        "Content-ID: <rootpart@peer>",
        "",
        '<soapenv:Envelope xmlns:soapenv="http://www.w3.org/2003/05/soap-envelope" xmlns:ws="%s">'
        "<soapenv:Header/><soapenv:Body><ws:%s>%s</ws:%s></soapenv:Body></soapenv:Envelope>" % (WS, root, children, root),
    ]
    if certificate:
        lines += ["--" + boundary, "Content-Type: application/octet-stream; name=CERG1226-202601051000.pem",
                  "Content-Transfer-Encoding: BASE64", "Content-ID: <certificat@peer>",
                  "Content-Disposition: attachment; name=\"CERG1226-202601051000.pem\"", "", ""]
    if demande:
        lines += ["--" + boundary, "Content-Type: text/xml; charset=us-ascii; name=DEMG1226-202601051000-000001.xml",
                  "Content-Transfer-Encoding: 7bit", "Content-ID: <demande@peer>",
                  "Content-Disposition: attachment; name=\"DEMG1226-202601051000-000001.xml\"", "",
                  demande.replace("\n", "\r\n")]
    lines += ["--" + boundary + "--", ""]
    kind = ('multipart/related; type="application/xop+xml"; start="<rootpart@peer>"; start-info="application/soap+xml"; '
            'boundary="%s"; action="%s%s"' % (boundary, WS, service))
    return kind, "\r\n".join(lines).encode("ascii")


def include(name, kind, identifier):
    return ('<%s ws:contentType="%s"><xop:Include xmlns:xop="http://www.w3.org/2004/08/xop/include" href="cid:%s"/></%s>'
            % (name, kind, identifier, name))


def with_demande(certificate):
    text = "<nomFichierDemande>DEMG1226-202601051000-000001.xml</nomFichierDemande>"
    text += include("fichierDemande", "text/xml", "demande@peer")
    return text + (with_certificate() if certificate else "")


def with_certificate():
    return ("<nomCertificat>CERG1226-202601051000.pem</nomCertificat>"
            + include("certificat", "application/x-x509-ca-cert", "certificat@peer"))


class Peer:
    def __init__(self, port, pki):
        self.context = ssl.create_default_context(cafile=pki + "/ca.pem")
        self.context.load_cert_chain(pki + "/cert.pem", pki + "/key.pem")
        self.port = port

    def call(self, service, root, children, demande=None, certificate=False):
        kind, body = package(service, root, children, demande, certificate)
        link = http.client.HTTPSConnection("127.0.0.1", self.port, context=self.context, timeout=60)
        link.request("POST", PATH, body, {"MIME-Version": "1.0", "Content-Type": kind})
        answer = link.getresponse()
        text = answer.read()
        check(answer.status == 200, "%s : HTTP %d %s" % (service, answer.status, text[:400]))
        return self.root_part(answer.headers["Content-Type"], text)

    @staticmethod
    def root_part(kind, text):
        message = email.message_from_bytes(("Content-Type: %s\r\n\r\n" % kind).encode() + text, policy=email.policy.HTTP)
        check(message.get_content_type() == "multipart/related", "la réponse n’est pas un multipart/related")
        parts = list(message.iter_parts())
        start = message.get_param("start")
        check(parts and parts[0]["Content-ID"] == start, "la première partie n’est pas celle de start")
        check(parts[0].get_content_type() == "application/xop+xml", "la racine n’est pas application/xop+xml")
        return parts[0].get_payload(decode=True).decode("utf-8")


def cut(text, name):
    """As the public client does: from the first ":name" and the three letters of its prefix to its closing tag."""
    at = text.find(":" + name)
    check(at >= 4, "pas de %s dans la réponse" % name)
    prefix = text[at - 3:at]
    end = text.find("</%s:%s>" % (prefix, name))
    check(end > at, "%s n’est pas fermé" % name)
    piece = text[at - 4:end + len("</%s:%s>" % (prefix, name))]
    check('xmlns:%s="http://nuu.application.i2/"' % prefix in piece[:300], "espace de noms absent de %s même" % name)
    return piece


def main():
    peer = Peer(int(sys.argv[1]), sys.argv[2])
    got = {}
    search = peer.call("getDoublons", "rechercheDoublonsParametres", with_demande(False), DEMANDE)
    got["avant"] = re.findall(r"numUnique>([0-9A-Z]{18})<", search[search.find(":listeDoublons"):])
    text = peer.call("getNumUnique", "numUniqueParametres", with_demande(True), DEMANDE, True)
    numbers = re.findall(r"numUnique>([0-9A-Z]{18})<", cut(text, "interfaceNuu"))
    check(len(numbers) == 1, "pas de numéro unique : " + text)
    got["numero"] = numbers[0]
    text = peer.call("getDoublons", "rechercheDoublonsParametres", with_demande(False), DEMANDE)
    got["apres"] = re.findall(r"numUnique>([0-9A-Z]{18})<", cut(text, "listeDoublons"))
    text = peer.call("getDemandeLogement", "demandeLogementParametres",
                     "<numUnique>%s</numUnique>" % numbers[0] + with_certificate(), None, True)
    demande = cut(text, "interfaceNuu")
    got["noms"] = re.findall(r"<\w+:nomPatronymique>([^<]*)<", demande)
    got["communes"] = re.findall(r'commune code="([^"]*)"', demande)
    since = "2026-01-01T00:00:00.0+01:00"
    for service, root, parameter in (
            ("getNouveauxDaloDepuisLe", "nouveauxDaloDepuisLeParametres", "dateNouveauDaloDepuisLe"),
            ("getDemandesRadieesDepuisLe", "demandesRadieesDepuisLeParametres", "dateRadiationDepuisLe")):
        text = peer.call(service, root, "<%s>%s</%s>" % (parameter, since, parameter) + with_certificate(), None, True)
        got[service] = re.findall(r"numUnique>([0-9A-Z]{18})<", text)
    print(json.dumps(got))


main()
