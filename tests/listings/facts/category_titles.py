"""Titles of every category, in several languages."""

from __future__ import annotations

# Category: its titles.
TITLES = """
engineering: Senior Software Engineer, Data Platform; Backend Developer; C++
  Developer; Product Engineer; AI Engineer; AI, Web, Backend Engineers; Desenvolvedor Full Stack;
  Frontend-Entwickler*in; Ingénieur logiciel; Member of Technical Staff; Salesforce Developer; Tech Lead, Ferries;
  Director of Engineering; Programista Java; Mobile Engineer (iOS); Lead, Android; Software Engineer
  Intern; Staff Engineer, Growth; Software Engineer - Machine Learning; Ingeniero de Software; Sviluppatore Backend;
  Java Developer / Architect; Engineering, DevOps & Product; Service Cloud Specialist; Sensor Fusion Engineer
infrastructure: Site-Reliability Engineer; Cloud Architect; Platform Engineer; IT Manager; Network Technician;
  Salesforce Administrator; Engineering Manager, Infrastructure; Head of DevOps; Administrador de Sistemas; Senior
  Machine Learning (ML) Ops Engineer; Linux Systems Engineer; Systemadministrator (m/w/d);
  Night Computer Operator; Mainframe Services Lead
security: Data Loss Prevention Analyst; Cloud Data Protection Engineer;
  Security Engineer, Platform; Penetration Tester; SOC Analyst; Cloud Security Engineer; CISO; GRC Analyst;
  Head of Information Security; Security Researcher
quality: QA Engineer; Software Engineer in Test; Mobile Test Engineer; Test Manager; Game QA Tester; Softwaretester
  (m/w/d); Director of Quality Assurance; Quality Lead
data: Staff Data Engineer (Remote); Machine Learning Engineer, Payments; Quality Assurance Data Analyst; Analista de
  Dados; AI Trainer; Chemistry Expert - AI Trainer; Data Engineering Manager; Principal, Data Science; Research
  Scientist, Machine Learning; Business Intelligence Lead; Analyste de données; Data Scientist / Architect; BI
  Developer; SQL Developer;
  Data Analyst Senior Technical Specialist; Data Solutions Engineer; Student Worker - Analytics
design: Product Designer - Payments; UX Researcher; Video Editor; Design Technologist; AI Animation Specialist; Art
  Director; Grafikdesigner (m/w/d); Diseñador gráfico; Game Designer; Head of UX; Motion Graphics Artist
product: Product Manager, Payments; Product Owner/UX Designer; Director of Product & Alliances; Business Analyst; AI
  Product Manager; Chef de produit; Associate Product Manager
projects: Project Manager; Change Enablement Lead;
  OCM Specialist; Scrum Master; Chef de projet digital; Clinical Program Manager; Project Manager &
  Architect; Coordenador de Projetos; Agile Coach; Program Coordinator; Director Meadow Recovery Programs
marketing: Founding Developer Relations Position;
  Podcast Producer; Product Marketing Manager; Marketing Manager, Content; SEO Specialist; AI Campaigner;
  TikTok Ads
  Producer; Head of Partner Marketing; Developer Relations Lead; CRO Specialist; Leiter Marketing (m/w/d);
  Praktikant (m/w/d) Social Media; Marketing Operations Manager; Google Ads Manager; Community Manager; Content
  Marketer; Responsable Marketing
writing: UX Writer; Legal Editor; Technical Writer; Übersetzer Deutsch-Polnisch; Subtitling Quality Manager; Grant
  Writer; Medical Writer; Redactor; Content Designer; Localization Specialist; Narrative Lead
sales: Grants Manager; Senior Account Executive, DACH; Sales Engineer; Key Account Manager (m/w/d);
  Fundraising Coordinator; VP of
  Sales and Marketing; Solutions Engineer; Revenue Operations Analyst; Vertriebsmitarbeiter im Außendienst (m/w/d);
  Ejecutivo de Ventas; Insurance Agent; Partnerships Manager; Sales & Marketing Manager; Chief Revenue Officer;
  Business Developer; Digital Marketing Consultant (Sales)
support: Technical Support Engineer; Customer Success Manager; Director of Customer Experience; Kundenberater
  (m/w/d); IT Support Technician; Customer Success & Marketing Manager; Technical Account Manager; Implementation
  Consultant; Rollout Specialist; Teamleiter Kundenservice; Customer Operations & Writing Specialist; Service Desk
  Engineer; Computer Technician; IT Student Worker
finance: Sachbearbeiter Finanzen;
  Comptable général H/F; Finanzbuchhalter (m/w/d); Payroll Rules AI Specialist; Pricing Manager; Underwriting
  Assistant; FP&A Manager; Tax Associate; Director, Payroll; Mitarbeiter*in Buchhaltung; Analista Contábil; Harbour
  Tax Team - Assistant Vice President; Billing Clerk
legal: Legal Operations Analyst; Compliance Analyst; Associate General Counsel, Product; Assistant Manager -
  Whistleblower Cases; Investigations Manager; Risk and Compliance Manager; Paralegal; Financial Crime Analyst;
  Abogado laboral
people: Sales Recruiter; HR Business Partner; Head of People; Chargée de recrutement (H/F); Nurse Recruiter; Vice
  President, Human Resources; People Operations Specialist; Praktikant im Bereich Personal; Responsabile Risorse
  Umane
operations: Freight Dispatcher; Medewerker binnendienst; Asystentka biura; Data Entry Clerk;
  Executive Assistant to the CFO; Office Manager; Chief of Staff to the CEO;
  Sachbearbeiter Einkauf; Assistente administrativo; Procurement Specialist; Content Moderator; Operations Manager;
  Operations Director, Alliances;
  Assistant to the CEO; Head of Design's Assistant; Assistant of the CFO
education: Instructional Designer; Teacher of Mathematics; Curriculum Developer; Online English Tutor; Trainer
  (m/w/d); Career Coach; Head Start Teacher; Profesora de inglés
health: Registered Nurse; Clinical Coding Specialist; Nurse Manager; Pflegeberater; Medical Director; Psicóloga;
  Clinical Lab Scientist; Night Support Worker
other: Structural Engineer; CEO; Geothermal Engineer II; HVAC Design Engineer; Field Service Engineer; Mechanical
  Engineering Manager; Electrical Systems Engineer; Supplier Quality Engineer; Security Guard; Event Security Lead;
  Lens Calibration Engineer; Health and Safety
  Manager; Truck Driver; Research Scientist, Immunology; Bauleiter (m/w/d)
"""
FOREIGN_TITLES = """
finance: Bilanzbuchhalter (m/w/d); Lohnbuchhalter; Contrôleur de gestion; Directeur financier; Director financiero;
  Analista contable; Auxiliar contable; Analista Contábil; Gerente Financeiro; Assistente Financeiro; Impiegato
  contabile
health: Arzt in Weiterbildung; Pflegefachkraft (m/w/d); Médico general; Verpleegkundige
other: Elektroniker (m/w/d); Bauleiter; Maschinenbauingenieur; Elektroingenieur (m/w/d); Ingénieur en génie civil;
  Ingeniero civil; Engenheira Civil; Ingegnere meccanico
sales: Vertriebsingenieur; Ingénieur d'affaires; Assistant commercial; Directeur commercial; Jefe de ventas;
  Ingeniero de ventas; Asesor de ventas; Coordenador de Vendas; Executivo de Contas; Consultor de Vendas; Менеджер
  по продажам; 営業担当
infrastructure: Systemadministrator; Datenbankadministrator; Cloud Engineer (m/w/d); Ingénieur DevOps;
  Administrateur systèmes et réseaux; Ingeniero DevOps; Engenheiro DevOps; Inżynier DevOps
operations: Assistante de direction; Coordinador de logística
support: Conseiller client; Téléconseiller; Technicien support informatique; Ingeniero de soporte; Técnico de
  soporte; Analista de Suporte Técnico; Analista de Customer Success; Addetto customer service; Medewerker
  klantenservice; Specjalista ds. obsługi klienta
engineering: Développeur Front-End; Consultant fonctionnel SAP; Gerente de Engenharia; Ingegnere del software;
  Разработчик Java; Python工程师; ソフトウェアエンジニア
people: Responsable RH; Especialista en recursos humanos; Analista de Recursos Humanos
writing: Traducteur anglais-français; Redactor de contenidos; Redator Publicitário
projects: Chef de projet IT; Kierownik projektu
quality: Analista QA
design: Diseñador gráfico; Designer Gráfico
marketing: Coordinador de marketing; Community Manager; Especialista SEO; Responsabile marketing; Marketing
  medewerker
legal: Abogada corporativa; Advogado Trabalhista; Estagiário em Direito; Jurist
data: Data Support Analyst; Engenheiro de Dados; Analityk danych
product: 产品经理
"""
# The last part of a compound is its head, and what stands before it the topic.
COMPOUNDS = """
finance: Projektcontroller (m/w/d); Vertriebscontrollerin; Personalcontroller; Risikocontroller; Kreditberater;
  Anlagenbuchhalter; Finanzplaner; Steuerreferent
operations: Vergabemanager; Logistikplaner; Fuhrparkmanager; Einkaufsleiter; Strategischer Einkäufer; Büroleiter;
  Verwaltungsmitarbeiter
marketing: Markenmanager; Kommunikationsreferentin; Werbeplaner
sales: Geschäftsentwickler; Gebietsverkaufsleiter; Immobilienmakler; Außendienstmitarbeiter
support: Implementierungsberater; Supportingenieur; Kundenberaterin
people: Personalplaner; Organisationsentwickler; Personalverantwortlicher
legal: Vertragsmanager; Compliancebeauftragte; Rechtsberater
projects: Bauprojektmanager; Teilprojektleiter
quality: Qualitätsplaner; Testingenieur
data: Datenmanager; BI-Spezialist
infrastructure: Netzwerkplaner; Netzwerkingenieur
security: IT-Sicherheitsbeauftragter
engineering: Anwendungsentwickler; Softwarearchitektin; Microcontroller Firmware Engineer
other: SoC Power Engineer; Versuchsingenieur; Fahrzeugingenieur; Rezeptentwickler; Stadtplaner; Fertigungsplaner
education: Sprachtrainer; Bildungsreferent
writing: Fachlektor
"""
# Topics that share a noun, a topic that goes on behind a trade, parts that are one word for testing, lists, slips.
PHRASES_AND_LISTS = """
marketing: Director, Product & Solutions Marketing; Head of Content & Product Marketing; VP Product Marketing;
  Content & SEO Specialist; Customer & Partner Marketing Lead; Content Manager
writing: Content and Editorial Coordinator; Content & Localization Manager
design: Head of Product Design; Product & UX Design Lead
operations: Product Operations Lead; Head of Product Operations; Founder's Associate; E-Commerce Operations Manager
sales: VP of Sales and Marketing; Head of Sales & Business Development; Market Developer
support: Head of Customer & Technical Support; Customer Support Services Engineer
operations: Research Administrator - Neurology
marketing: Student Ambassador; Campus Representative
quality: Software Engineer Lead - QA; Developer (Quality Assurance); Sofware Engineer, Test Automation
finance: Accounts Payable; Accounts Payable - Remote; Senior Acountant
legal: Founding Estate Planning Partner
data: Clinical Data Associate II; Senior Data Anaylst; Product & Data Analytics Lead
engineering: Ruby hacker; JavaScript Ninja; Tide Software Engineeer; Full Stack Devloper; Systems Engineer & Backend
  Developer
other: Finance, Legal, Sales, Engineering, Marketing
"""
# Topics of a field that share a word with another field, joined topics, and what stands behind a colon.
FIELDS = """
finance: Associate, Regulatory Reporting; Secondary Marketing Coordinator; Billing Process Analyst; Referentin
  Gesamtbanksteuerung; Sachbearbeiter Meldewesen; Referent Vereinsfinanzen
legal: Regulatory Affairs Manager
marketing: Marketing Analyst; Secondary Brand Marketing Lead
operations: Process Analyst
engineering: Python Code Instrumentation Engineer; Techno-Functional HR Consultant; Cloud / Web / Mobile Engineers;
  Frontend EM
infrastructure: Service Reliability Lead; IT Harbour Virtual Administrator; Infra Eng; Web / Cloud / Network Engineers
other: Instrumentation Engineer; Field Service Engineer; Research Scientist (Cell Culture Scientist); Scientist –
  Assays, Method Validation; Protein Scientist
support: Customer Service Operations & Partner Manager; Customer Support (ENG)
sales: Operations & Partner Manager
design: Brand Implementation Intern
quality: Quality Audit Assistant
data: ETL-Entwickler; Experimentation Analyst; AI Analyst | Dutch; Research Scientist
health: Autism Practitioner; ADHD Specialist
projects: Salesforce Consultant: Enterprise Project Manager
"""
CATEGORY_BY_TITLE = {
    title: category
    for line in (TITLES + FOREIGN_TITLES + COMPOUNDS + PHRASES_AND_LISTS + FIELDS).replace("\n  ", " ").split("\n")
    if line
    for category, _, titles in [line.partition(": ")]
    for title in titles.split("; ")
}
