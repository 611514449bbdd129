#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""A register written from the wire format alone: standard library, no code of the project.

Usage: peer_server.py PKI REPORT   (PKI: folder with ca.pem, cert.pem, key.pem)
Prints {"port": N} once it listens. Checks every part of each message; what is not as the format says goes in REPORT, one
line of JSON a request: {"service", "type", "faults"}. Answers numbers, doublons and demandes, or a SOAP fault.
"""
import base64
import email
import email.policy
import http.server
import json
import re
import ssl
import sys
import threading
import xml.etree.ElementTree as ET

WS = "http://ws.metier.nuu.application.i2/"
SOAP = "http://www.w3.org/2003/05/soap-envelope"
XOP = "http://www.w3.org/2004/08/xop/include"
NUU = "http://nuu.application.i2/"
ROOTS = {"getNumUnique": "numUniqueParametres", "getDoublons": "rechercheDoublonsParametres",
         "getDemandeLogement": "demandeLogementParametres"}
# Order of children, from the published sample; what it does not show comes from the public client.
ORDER = {
    "interfaceNuu": "entete demande",
    "entete": "typeFichier dateFichier",
    "demandeLogement": "numUnique numGuichet dateCreationDemande personnePhysique logementRecherche",
    "personnePhysique": "demandeur listePersonneACharge personneANaitre listePersonneEnGarde listeCotitulaire "
                        "logementActuel listeMotif",
    "demandeur": "civilite nom nomPatronymique prenom dateNaissance nationalite situationFamiliale telPortable mel "
                 "adressePostale situationProfessionnelle revenuFiscal listeRessourceRecue listeRessourceVersee "
                 "listeRessourceRecuePersACharge listeRessourceVerseePersACharge",
    "adressePostale": "etranger numero voie complement codePostal commune",
    "revenuFiscal": "anneeMoins1 montantMoins1 anneeMoins2 montantMoins2",
    "logementActuel": "listeModeleLogement montantMensuelLoyer nombreHabitant categorieLogement typeLogementActuel "
                      "surface proprietaire",
    "logementRecherche": "demandeElargie categorieLogement listeTypeLogement nombrePersonnes listeLocalisationSouhaite",
}


class Message:
    """One request taken apart; `faults` says what is not as it should be."""

    def __init__(self, headers, body):
        self.faults = []
        self.service = self.kind = ""
        self.demande = self.root = None
        self.parts = []
        self.check(headers.get("MIME-Version") == "1.0", "MIME-Version")
        self.read_package(headers.get("Content-Type", ""), body)
        if self.parts:
            self.read_soap()

    def check(self, holds, what):
        if not holds:
            self.faults.append(what)
        return holds

    def read_package(self, kind, body):
        whole = email.message_from_bytes(b"Content-Type: " + kind.encode() + b"\r\n\r\n" + body, policy=email.policy.HTTP)
        if not self.check(whole.get_content_type() == "multipart/related", "multipart/related"):
            return
        self.check(whole.get_param("type") == "application/xop+xml", "paramètre type")
        self.check(whole.get_param("start-info") == "application/soap+xml", "paramètre start-info")
        action = whole.get_param("action") or ""
        self.check(action.startswith(WS), "paramètre action")
        self.service = action[len(WS):]
        boundary = whole.get_param("boundary")
        self.check(body.startswith(b"--" + boundary.encode() + b"\r\n"), "première frontière")
        self.check(body.rstrip().endswith(b"--" + boundary.encode() + b"--"), "dernière frontière")
        for piece in re.split(b"(?:^|\r\n)--" + re.escape(boundary.encode()), body)[1:-1]:
            head = piece.split(b"\r\n\r\n", 1)[0]
            self.check(b"\n" not in head.replace(b"\r\n", b""), "fins de ligne des en-têtes")
        self.parts = list(whole.iter_parts())
        self.check(self.parts[0]["Content-ID"] == whole.get_param("start"), "Content-ID de la racine")
        identifiers = [part["Content-ID"] for part in self.parts]
        self.check(len(set(identifiers)) == len(identifiers), "Content-ID en double")

    def read_soap(self):
        root = self.parts[0]
        self.check(root.get_content_type() == "application/xop+xml", "type de la racine")
        self.check((root.get_param("charset") or "").upper() == "UTF-8", "charset de la racine")
        self.check(root.get_param("type") == "application/soap+xml", "paramètre type de la racine")
        self.check(root["Content-Transfer-Encoding"].lower() == "8bit", "encodage de la racine")
        raw = root.get_payload(decode=True).decode("utf-8")
        self.check(len(re.findall(r"<(\w+)[^<>]*><(?:\w+:)?Include ", raw)) == raw.count(":Include "),
                   "xop:Include sur la ligne de son élément")
        envelope = ET.fromstring(raw)
        self.check(envelope.tag == "{%s}Envelope" % SOAP, "enveloppe SOAP 1.2")
        header, body = list(envelope)
        self.check(header.tag == "{%s}Header" % SOAP and not list(header), "en-tête SOAP vide")
        self.root = list(body)[0]
        self.check(self.service in ROOTS, "service inconnu : " + self.service)
        self.check(self.root.tag == "{%s}%s" % (WS, ROOTS.get(self.service)), "paramètres : " + self.root.tag)
        self.check(all(not child.tag.startswith("{") for child in self.root), "paramètres sans préfixe")
        self.read_parameters()

    def read_parameters(self):
        expected = {"getNumUnique": ["nomFichierDemande", "fichierDemande", "nomCertificat", "certificat"],
                    "getDoublons": ["nomFichierDemande", "fichierDemande"],
                    "getDemandeLogement": ["numUnique", "nomCertificat", "certificat"]}[self.service]
        self.check([child.tag for child in self.root] == expected, "ordre des paramètres")
        kinds = (["certificat"] if "certificat" in expected else []) + (["demande"] if "fichierDemande" in expected else [])
        self.check(len(self.parts) == 1 + len(kinds), "nombre de parties")
        for place, kind in enumerate(kinds):
            part = self.parts[place + 1]
            holder = self.root.find("certificat" if kind == "certificat" else "fichierDemande")
            include = holder.find("{%s}Include" % XOP)
            self.check(include is not None and "<" + include.get("href")[len("cid:"):] + ">" == part["Content-ID"],
                       "href de " + kind)
            self.check((part.get_content_disposition() or "") == "attachment", "disposition de " + kind)
            (self.read_certificate if kind == "certificat" else self.read_demande)(part, holder)

    def read_certificate(self, part, holder):
        self.check(holder.get("{%s}contentType" % WS) == "application/x-x509-ca-cert", "contentType du certificat")
        self.check(part.get_content_type() == "application/octet-stream", "type du certificat")
        self.check(part["Content-Transfer-Encoding"].lower() == "base64", "encodage du certificat")
        name = self.root.findtext("nomCertificat")
        self.check(re.fullmatch(r"CER[A-Z0-9]{5}-\d{12}\.pem", name), "nom du certificat : " + name)
        base64.b64decode(part.get_payload().strip(), validate=True)

    def read_demande(self, part, holder):
        self.check(holder.get("{%s}contentType" % WS) == "text/xml", "contentType de la demande")
        self.check(part.get_content_type() == "text/xml", "type de la demande")
        self.check((part.get_param("charset") or "").lower() == "us-ascii", "charset de la demande")
        self.check(part["Content-Transfer-Encoding"].lower() == "7bit", "encodage de la demande")
        content = part.get_payload(decode=True)
        self.check(all(byte < 128 for byte in content), "la demande a des octets hors de l’ASCII")
        name = self.root.findtext("nomFichierDemande")
        self.check(re.fullmatch(r"DEM[A-Z0-9]{5}-\d{12}-\d{6}\.xml", name), "nom de la demande : " + name)
        self.demande = ET.fromstring(content)
        self.check(self.demande.tag == "{%s}interfaceNuu" % NUU, "racine de la demande")
        self.check(self.demande.get("versionInterface") in ("02.00", "02.01"), "versionInterface")
        self.kind = self.text("entete/typeFichier")
        if self.service == "getNumUnique":
            self.check(self.kind in ("CRE", "MOD", "REN"), "typeFichier : " + self.kind)
            for path in ("demandeLogement/numGuichet", "demandeLogement/dateCreationDemande"):
                self.check(self.text("demande/" + path), path + " manque")
            self.check(re.fullmatch(r"\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d\.\d+[+-]\d\d:\d\d", self.text("entete/dateFichier")),
                       "dateFichier")
        self.in_order(self.demande)

    def text(self, path):
        return self.demande.findtext("/".join("{%s}%s" % (NUU, name) for name in path.split("/"))) or ""

    def in_order(self, element):
        local = element.tag.rsplit("}", 1)[-1]
        if local in ORDER:
            places = ORDER[local].split()
            names = [child.tag.rsplit("}", 1)[-1] for child in element]
            unknown = [name for name in names if name not in places]
            if self.check(not unknown, "%s : %s inconnu" % (local, unknown)):
                self.check(names == sorted(names, key=places.index), "%s : ordre %s" % (local, names))
        for child in element:
            self.in_order(child)

    def person(self):
        base = "demande/demandeLogement/personnePhysique/demandeur/"
        return tuple(self.text(base + name) for name in ("nomPatronymique", "prenom", "dateNaissance"))


class Register:
    def __init__(self, report):
        self.report = report
        self.lock = threading.Lock()
        self.held = {}

    def answer(self, message):
        with self.lock:
            with open(self.report, "a", encoding="utf-8") as out:
                out.write(json.dumps({"service": message.service, "type": message.kind, "faults": message.faults}) + "\n")
            if message.faults:
                return None
            if message.service == "getDoublons":
                rows = "".join("<r:doublon><r:numUnique>%s</r:numUnique><r:nom>%s</r:nom><r:prenom>%s</r:prenom>"
                               "<r:dateNaissance>%s</r:dateNaissance></r:doublon>" % ((number,) + person)
                               for number, person in self.held.items() if person == message.person())
                return '<r:listeDoublons xmlns:r="%s">%s</r:listeDoublons>' % (NUU, rows)
            number = message.text("demande/demandeLogement/numUnique") if message.demande is not None else ""
            if message.kind == "CRE":
                number = "1110126%06dG1226" % (len(self.held) + 1)
                self.held[number] = message.person()
            return ('<r:interfaceNuu versionInterface="02.01" xmlns:r="%s"><r:entete><r:typeFichier>RET</r:typeFichier>'
                    "<r:dateFichier>2026-01-05T10:00:00.0+01:00</r:dateFichier></r:entete><r:demande><r:demandeLogement>"
                    "<r:numUnique>%s</r:numUnique></r:demandeLogement></r:demande></r:interfaceNuu>" % (NUU, number))


def package(service, content):
    """Another way of writing the same: the content behind an xop:Include, a quoted boundary, headers in capitals."""
    envelope = ('<env:Envelope xmlns:env="%s"><env:Body><w:%sResponse xmlns:w="%s"><reponse><i:Include xmlns:i="%s" '
                'href="cid:contenu%%40pair"/></reponse></w:%sResponse></env:Body></env:Envelope>'
                % (SOAP, service, WS, XOP, service))
    boundary = "pair=17"
    text = ("--%s\r\nCONTENT-TYPE: application/xop+xml; charset=utf-8; type=\"application/soap+xml\"\r\nContent-Id: <racine>"
            "\r\n\r\n%s\r\n--%s\r\nContent-Type: text/xml\r\nContent-ID: <contenu@pair>\r\n\r\n%s\r\n--%s--\r\n"
            % (boundary, envelope, boundary, content, boundary))
    return 'multipart/related; start="<racine>"; type="application/xop+xml"; boundary="%s"' % boundary, text.encode()


class Handler(http.server.BaseHTTPRequestHandler):
    protocol_version = "HTTP/1.1"

    def do_POST(self):
        body = self.rfile.read(int(self.headers["Content-Length"]))
        try:
            message = Message(self.headers, body)
        except Exception as error:  # a message that cannot even be taken apart
            message = type("Broken", (), {"service": "", "kind": "", "faults": [repr(error)], "demande": None})()
        if self.path != "/services/DemandeLogementImplService/":
            message.faults.append("chemin " + self.path)
        content = self.server.register.answer(message)
        kind, text = package(message.service, content) if content else (
            "application/soap+xml", ('<e:Envelope xmlns:e="%s"><e:Body><e:Fault><e:Code><e:Value>e:Sender</e:Value></e:Code>'
                                     "<e:Reason><e:Text>%s</e:Text></e:Reason></e:Fault></e:Body></e:Envelope>"
                                     % (SOAP, "refus")).encode())
        self.send_response(200 if content else 500)
        self.send_header("Content-Type", kind)
        self.send_header("Content-Length", str(len(text)))
        self.end_headers()
        self.wfile.write(text)

    def log_message(self, *arguments):
        pass


def main():
    pki, report = sys.argv[1:3]
    context = ssl.SSLContext(ssl.PROTOCOL_TLS_SERVER)
    context.load_cert_chain(pki + "/cert.pem", pki + "/key.pem")
    context.load_verify_locations(pki + "/ca.pem")
    context.verify_mode = ssl.CERT_REQUIRED
    server = http.server.ThreadingHTTPServer(("127.0.0.1", 0), Handler)
    server.register = Register(report)
    server.socket = context.wrap_socket(server.socket, server_side=True)
    print(json.dumps({"port": server.server_address[1]}), flush=True)
    server.serve_forever()


main()
