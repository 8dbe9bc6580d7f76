"""The trades of made-up ads: their categories on boards, roles, specialities, tools, tasks, requirements and pay."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Trade:
    """`pay` is a typical year's, in thousands of US dollars; `share` is the weight of the trade among all ads.

    `remotive`, `feed` and `remoteco` are its categories on boards of these formats. `remotive` has two generations of
    names, the older one last.
    """

    remotive: tuple[str, ...]
    feed: str
    remoteco: str
    share: int
    pay: int
    roles: tuple[str, ...]
    specialities: tuple[str, ...]
    tools: tuple[str, ...]
    tasks: tuple[str, ...]
    requirements: tuple[str, ...]


def _trade(categories: str, share: int, pay: int, *lists: str) -> Trade:
    """`lists`: roles, specialities, tools, tasks, requirements, each separated by bars."""
    remotive, feed, remoteco = categories.split(" > ")
    roles, specialities, tools, tasks, requirements = (tuple(text.split("|")) for text in lists)
    return Trade(
        tuple(remotive.split("|")), feed, remoteco, share, pay, roles, specialities, tools, tasks, requirements
    )


FULL, BACK, FRONT = "Full-Stack Programming", "Back-End Programming", "Front-End Programming"
TRADES = (
    _trade(
        f"Software Development > {FULL} > Software Development", 16, 120,
        "Full-Stack Engineer|Full-Stack Developer|Ruby on Rails Developer|Node.js Engineer|Python Developer"
        "|TypeScript Engineer|Software Engineer|PHP Developer|Product Engineer|WordPress Developer",
        "Billing|Booking|Search|Integrations|Internal Tools|Checkout|Notifications|Onboarding",
        "Python|Django|PostgreSQL|TypeScript|React|Node.js|Ruby|Rails|Docker|AWS|GraphQL|PHP|Laravel|Redis|Vue.js",
        "Ship small changes every day, behind flags where it matters|Keep our booking service quick and boring"
        "|Review the work of two colleagues and have yours reviewed|Turn rough ideas into working screens"
        "|Write the tests that let us sleep|Split an old module into parts that one person can understand"
        "|Talk to the customers who will use what you build|Take part in the on-call rota, one week in eight",
        "You have built and run web applications that people pay for|You are at home on both sides of an API"
        "|You know your way around SQL and can read a query plan|You leave code tidier than you found it",
    ),
    _trade(
        f"Software Development > {BACK} > Software Development", 15, 130,
        "Backend Engineer|Back-End Developer|C++ Engineer|Go Developer|C# Developer|Rust Engineer|.NET Engineer"
        "|Java Engineer|Kotlin Developer|Elixir Developer|Scala Engineer|API Engineer",
        "Pricing|Ledger|Messaging|Storage|Routing|Identity|Payments|Search",
        "C++|C#|.NET|Go|Rust|PostgreSQL|Kafka|Redis|gRPC|Linux|Java|Kotlin|Elixir|RabbitMQ|ClickHouse",
        "Own the service that prices every parcel|Cut the tail of our slowest requests"
        "|Design interfaces that last longer than the team that wrote them|Move an old scheduler to a new home"
        "|Keep data safe through every release|Find the one query that wakes us at night and put it to sleep"
        "|Document decisions so that the next person need not guess|Pair with a junior colleague twice a week",
        "You have run services under load and know what breaks first|You can explain transactions and their price"
        "|You prefer dull technology, and know when not to|You have migrated a large table without downtime",
    ),
    _trade(
        f"Software Development > {FRONT} > Web Development", 9, 110,
        "Frontend Engineer|Front-End Developer|React Developer|Vue.js Developer|Accessibility Engineer"
        "|Design Systems Engineer|Angular Developer|React Native Developer",
        "Maps|Checkout|Design System|Editor|Dashboards|Mobile Web",
        "TypeScript|React|Vue.js|CSS|HTML|Playwright|Figma|Vite|Next.js|Svelte|Tailwind CSS|Angular|Jest",
        "Build forms that nobody has to explain|Make our maps work on old phones|Care for our component library"
        "|Fix what screen readers stumble over|Measure what loads slowly and remove it"
        "|Work with designers before there is a picture|Keep our bundle below the size that we promised",
        "You know HTML and CSS well enough to need less JavaScript|You test with a keyboard as a matter of course"
        "|You have shipped an interface in more than one language|You care about the first second of a page",
    ),
    _trade(
        "Software Development > Full-Stack Programming > Mobile Development", 4, 120,
        "iOS Developer|Android Developer|Mobile Engineer|Flutter Developer|React Native Engineer",
        "Offline|Camera|Payments|Wearables",
        "Swift|Kotlin|Flutter|React Native|SwiftUI|Jetpack Compose|Firebase|GraphQL",
        "Build the offline half of our app|Bring crash rates down and keep them there"
        "|Release every second Tuesday without drama|Make our app readable in bright sunshine",
        "You have an app in a store and can tell us what you would do differently|You know both platforms a little",
    ),
    _trade(
        "DevOps / Sysadmin|Devops > DevOps and Sysadmin > System Administration", 8, 135,
        "Site Reliability Engineer|DevOps Engineer|Platform Engineer|Cloud Engineer|Linux System Administrator"
        "|Database Administrator|Security Engineer|Network Engineer",
        "Observability|Developer Experience|Networking|Databases|Kubernetes",
        "Kubernetes|Terraform|AWS|Linux|Prometheus|Ansible|PostgreSQL|Bash|Grafana|Google Cloud|Azure|Helm|Python",
        "Carry the pager one week in five, with pay for it|Make deployments boring"
        "|Plan for the day a data centre floods|Find out what we pay for and do not use"
        "|Write runbooks that work at three in the morning|Give developers a test environment in a minute",
        "You have automated yourself out of at least one task|You read logs before you restart things"
        "|You know Linux well below the surface|You have led a calm incident review",
    ),
    _trade(
        "QA|Quality Assurance > All Other Remote > Quality Assurance", 4, 85,
        "QA Engineer|Test Automation Engineer|QA Analyst|Software Tester|Quality Assurance Lead",
        "Mobile|Payments|Release|Accessibility",
        "Playwright|Selenium|Cypress|Python|Postman|Jira|TestRail|JavaScript|Appium",
        "Find the bug before the customer does, and say how|Automate what is dull and test the rest by hand"
        "|Keep the suite under ten minutes|Decide with us when a release is good enough",
        "You are stubborn in a pleasant way|You can write a report that a developer enjoys reading",
    ),
    _trade(
        "Data Analysis|Data and Analytics > All Other Remote > Data Analysis", 8, 115,
        "Data Analyst|Data Engineer|Machine Learning Engineer|Analytics Engineer|Data Scientist|BI Developer",
        "Forecasting|Marketing Analytics|Pricing|Data Platform|Search Ranking",
        "SQL|Python|dbt|Airflow|Spark|R|Excel|scikit-learn|Snowflake|BigQuery|Tableau|PyTorch|Pandas",
        "Answer questions before the meeting starts|Make one table that everybody trusts|Forecast the spring rush"
        "|Explain a chart to people who dislike charts|Delete the dashboards that nobody opens"
        "|Put a model into production and watch it age|Check what our experiments really showed",
        "You write SQL as others write letters|You say how sure you are|You have cleaned data that was not yours"
        "|You know the difference between a trend and a Tuesday",
    ),
    _trade(
        "Design > Design > Graphic Design", 6, 95,
        "Product Designer|UX Researcher|Brand Designer|UI Designer|Motion Designer|Illustrator|Graphic Designer",
        "Web|Mobile|Packaging|Design System|Editorial",
        "Figma|Sketch|Illustrator|Photoshop|After Effects|InDesign|Framer|HTML|CSS",
        "Talk to five readers each month|Draw the quiet states as well as the loud ones|Keep our type in order"
        "|Hand over work that developers enjoy|Redraw forty icons so that they look like one family"
        "|Try three ways before you show one",
        "Show us a portfolio with the reasons, not only the pictures|You can take a sentence apart as well as a layout"
        "|You have designed something for people unlike you",
    ),
    _trade(
        "Product > Product > Product Management", 5, 125,
        "Product Manager|Product Owner|Technical Product Manager|Group Product Manager|Product Operations Manager",
        "Payments|Growth|Marketplace|Platform|Mobile",
        "Jira|SQL|Figma|Amplitude|Notion|Productboard|Miro",
        "Say no in a friendly way|Write the page that everybody reads first|Choose the one number that matters"
        "|Spend a day a week with customers|Cut the scope until it fits into six weeks",
        "You have shipped something that failed and can tell us why|You can read a contract and a stack trace",
    ),
    _trade(
        "Project Management > Management and Finance > Project Management", 3, 95,
        "Project Manager|Scrum Master|Programme Manager|Implementation Manager|Delivery Manager",
        "Rollouts|Hospitals|Public Sector",
        "Jira|Asana|Excel|Confluence|Notion|Trello",
        "Keep twelve people and one date in step|Tell bad news early|Run meetings that end before they should"
        "|Bring three partners to agree on one plan",
        "You have delivered projects with people in several time zones|A certificate is fine; a story is better",
    ),
    _trade(
        "Customer Service|Customer Support > Customer Support > Customer Service", 10, 55,
        "Customer Support Specialist|Customer Success Manager|Technical Support Engineer|Support Team Lead"
        "|Customer Service Representative|Community Manager|Support Agent (Weekends)|Customer Experience Associate",
        "German-speaking|Enterprise|Night Shift|Onboarding|Spanish-speaking",
        "Zendesk|Intercom|SQL|Slack|Help Scout|HubSpot|Freshdesk|Salesforce",
        "Answer people within the hour|Turn ten equal questions into one clear page|Tell engineers what hurts"
        "|Welcome new customers and see them through the first month|Look after our forum with a light hand"
        "|Call back the people who left and ask why",
        "You stay friendly when others do not|You type faster than you speak|You like puzzles with people in them"
        "|You can explain a setting without the word simply",
    ),
    _trade(
        "Marketing > Sales and Marketing > Marketing", 8, 80,
        "Content Marketer|SEO Specialist|Growth Marketer|Marketing Manager|Social Media Manager"
        "|Email Marketing Specialist|Performance Marketer|Head of Marketing|PR Manager",
        "Lifecycle|B2B|Events|DACH|Partners",
        "SEO|Google Analytics|HubSpot|WordPress|Mailchimp|Google Ads|Ahrefs|Canva|Meta Ads",
        "Plan a quarter of useful articles|Find out which letters people open"
        "|Look after our small but loyal audience|Spend a modest budget as if it were yours"
        "|Rewrite the page that everybody lands on|Measure what came of last year’s fair",
        "You have grown something and can say how much of it was you|You write headlines that keep their promise",
    ),
    _trade(
        "Sales / Business|Sales > Sales and Marketing > Sales", 8, 90,
        "Account Executive|Sales Development Representative|Partnerships Manager|Sales Engineer"
        "|Business Development Manager|Account Manager|Head of Sales|Inside Sales Representative",
        "Mid-Market|Nordics|Public Sector|Renewals|Outbound",
        "Salesforce|HubSpot|LinkedIn Sales Navigator|Excel|Outreach|Gong",
        "Listen more than you talk|Bring in twelve new harbours a year|Keep our records honest"
        "|Show the product to people who have seen everything|Pass on what customers ask for and do not buy",
        "You have carried a number and reached it|You know how long a town takes to sign|You write good follow-ups",
    ),
    _trade(
        "Writing > All Other Remote > Writing", 5, 70,
        "Technical Writer|Copywriter|Editor|UX Writer|Content Writer|Proofreader|Translator (English to German)",
        "API Docs|Health|Newsletter|Help Centre",
        "Markdown|Git|DITA|Google Docs|WordPress|Figma|MadCap Flare",
        "Turn interviews into guides|Cut a third of every draft|Look after our house style"
        "|Document an API that changes each month|Answer the question in the first line",
        "Send us two pieces that you are proud of and one that was edited well|You like being edited",
    ),
    _trade(
        "Human Resources|HR > Management and Finance > Human Resources", 4, 75,
        "Recruiter|People Partner|HR Generalist|Technical Recruiter|Talent Acquisition Specialist|Head of People",
        "Engineering|EMEA|Operations",
        "Greenhouse|BambooHR|Excel|Slack|Workday|Personio",
        "Write ads that say what the work pays|Make the first week a good one|Keep our reviews fair"
        "|Answer every applicant|Find out why people stay",
        "You have hired in more than one country|You keep secrets|You know employment law well enough to ask",
    ),
    _trade(
        "Finance / Legal|Finance > Management and Finance > Accounting & Finance", 5, 90,
        "Financial Controller|Accountant|Payroll Specialist|Bookkeeper|FP&A Analyst|Tax Manager|Finance Manager",
        "Group Reporting|Payables|International Payroll",
        "Excel|Xero|NetSuite|SQL|QuickBooks|SAP|Power BI",
        "Close the books by the fifth|Explain our costs in one page|Pay forty people in nine countries on time"
        "|Prepare the audit so that it bores everybody|Ask the second question about an invoice",
        "You have a qualification in accounting and three years of using it|You spot a swapped digit from afar",
    ),
    _trade(
        "Legal|Finance / Legal > Management and Finance > Legal", 2, 110,
        "Legal Counsel|Paralegal|Privacy Counsel|Contracts Manager|Compliance Manager",
        "Data Protection|Commercial|Employment",
        "Word|Excel|DocuSign|Ironclad",
        "Read contracts so that others need not|Write clauses in plain words|Keep our privacy notice true"
        "|Train teams in twenty minutes, not two hours",
        "You are qualified in at least one country of our customers|You give an answer, then the reasons",
    ),
    _trade(
        "All others|Business > All Other Remote > Administrative", 6, 50,
        "Virtual Assistant|Operations Manager|Executive Assistant|Office Manager|Data Entry Specialist"
        "|Chief of Staff|Operations Coordinator",
        "Founders’ Office|Part of the Week|Logistics",
        "Excel|Google Workspace|Notion|Slack|Airtable|Zapier",
        "Keep three calendars from colliding|Order what is missing before it is missed|Turn notes into tasks"
        "|Look after travel, twice a year, for everybody|Tidy up the shared drive and keep it tidy",
        "You like lists and dislike lists of lists|You see what needs doing|You are discreet",
    ),
    _trade(
        "All others > All Other Remote > Education & Training", 3, 60,
        "Online Tutor|Instructional Designer|Curriculum Developer|Training Specialist|English Teacher",
        "Mathematics|Reading|Adult Learning",
        "Moodle|Articulate|Zoom|Canva|Google Classroom",
        "Teach groups of four by video|Turn a manual into a course of six evenings|Write tasks with one right answer"
        "|Tell parents the truth, kindly",
        "You have taught, and noticed who did not follow|You can hear when somebody has stopped listening",
    ),
    _trade(
        "All others|Medical / Health > All Other Remote > Medical & Health", 3, 85,
        "Telehealth Nurse|Medical Coder|Clinical Data Manager|Care Coordinator|Mental Health Counselor",
        "Nights|Cardiology|Intake",
        "Epic|Excel|Zoom|ICD-10|REDCap",
        "Speak with patients by telephone and video|Plan the next visit before this one ends"
        "|Keep records that a colleague can act on|Know when to call an ambulance",
        "A current licence where you practise|Two years with patients, in a ward or a practice",
    ),
)  # fmt: skip
# Each trade as often as its share, so that a uniform choice is a weighted one.
WEIGHTED_TRADES = tuple(trade for trade in TRADES for _ in range(trade.share))
