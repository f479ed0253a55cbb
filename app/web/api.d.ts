export type paths = Record<string, never>;
export type webhooks = Record<string, never>;
export interface components {
    schemas: {
        /** @description Why a request failed. */
        Failure: {
            /**
             * @description One sentence that a contractor can act on.
             * @example There is no such job.
             */
            error: string;
        };
        /** @description The agency that an account belongs to. */
        AccountAgency: {
            /**
             * @description The agency's short name.
             * @example acme
             */
            shortName: string;
            /**
             * @description The agency's name.
             * @example Acme Lettings
             */
            name: string;
            /**
             * @description The id of the branch that the record belongs to.
             * @example BR-1
             */
            branchId: string | null;
            /**
             * @description That branch's name.
             * @example Leeds
             */
            branchName: string | null;
        };
        /** @description The contractor's record at the agency. */
        Account: {
            /**
             * @description The contractor's id.
             * @example CON-1001
             */
            contractorId: string;
            /**
             * @description The company's name.
             * @example Harper Plumbing Ltd
             */
            companyName: string | null;
            /**
             * @description Their name on screens, and the author of their notes.
             * @example Harper Plumbing Ltd
             */
            displayName: string;
            /**
             * @description Their e-mail address, or several, as the agency has them.
             * @example office@harper.example
             */
            email: string | null;
            /**
             * @description Their landline.
             * @example 01632 960001
             */
            phone: string | null;
            /**
             * @description Their mobile phone.
             * @example 07700 900001
             */
            mobile: string | null;
            /**
             * @description Their address in one line, with the postcode.
             * @example 1 Mill Lane, Leeds, LS1 1AA
             */
            address: string | null;
            /**
             * @description Its first line.
             * @example 1 Mill Lane
             */
            addressLine1: string | null;
            /**
             * @description Its second line.
             * @example Leeds
             */
            addressLine2: string | null;
            /**
             * @description Its third and fourth lines.
             * @example West Yorkshire
             */
            addressLine3: string | null;
            /**
             * @description Its postcode.
             * @example LS1 1AA
             */
            postcode: string | null;
            /**
             * @description Their VAT registration number.
             * @example GB123456789
             */
            vatNumber: string | null;
            /**
             * @description Whether the agency still works with them.
             * @example active
             * @enum {string}
             */
            status: "active" | "archived";
            /** @description The agency that this record belongs to. */
            agency: components["schemas"]["AccountAgency"];
            /**
             * Format: date-time
             * @description The time at which the oldest part of this answer was fetched.
             * @example 2026-11-25T09:00:00+00:00
             */
            asOf: string;
            /**
             * @description True if the answer is older than it should be, because the portal could not fetch it again.
             * @example false
             */
            stale: boolean;
        };
        /** @description A branch or a member of its staff. */
        Contact: {
            /**
             * @description The id of the branch or the person.
             * @example ST-4
             */
            contactId: string;
            /**
             * @description The name of the branch or the person.
             * @example Priya Shah
             */
            name: string | null;
            /**
             * @description Their role; null for a branch.
             * @example Property manager
             */
            role: string | null;
            /**
             * @description The branch they work at.
             * @example Leeds
             */
            branchName: string | null;
            /**
             * @description Their e-mail address.
             * @example priya.shah@acme.example
             */
            email: string | null;
            /**
             * @description Their landline.
             * @example 0113 496 0000
             */
            phone: string | null;
            /**
             * @description Their mobile phone.
             * @example 07700 900010
             */
            mobile: string | null;
        };
        /** @description The contacts of the contractor at the agency. */
        Contacts: {
            /** @description Every contact once, sorted by name. */
            contacts: components["schemas"]["Contact"][];
            /**
             * Format: date-time
             * @description The time at which the oldest part of this answer was fetched.
             * @example 2026-11-25T09:00:00+00:00
             */
            asOf: string;
            /**
             * @description True if the answer is older than it should be, because the portal could not fetch it again.
             * @example false
             */
            stale: boolean;
        };
        /** @description The rules for invoices to this agency. */
        InvoiceRules: {
            /**
             * @description The JSON names of all required fields.
             * @example [
             *       "jobId",
             *       "amount",
             *       "description",
             *       "invoiceDate"
             *     ]
             */
            required: ("jobId" | "amount" | "description" | "invoiceDate" | "statementId" | "invoiceNumber" | "vat" | "document")[];
            /**
             * @description What an invoice is for: a job, or (`job_or_statement`) a job or a pending statement.
             * @example job
             * @enum {string}
             */
            link: "job" | "job_or_statement";
        };
        /** @description The limits that a form checks. The portal refuses anything beyond them. */
        Limits: {
            /**
             * @description Maximum characters of an e-mail address.
             * @example 254
             */
            emailCharacters: number;
            /**
             * @description Maximum characters of a note, without outer spaces.
             * @example 4000
             */
            noteCharacters: number;
            /**
             * @description Maximum characters of a description, without outer spaces.
             * @example 2000
             */
            descriptionCharacters: number;
            /**
             * @description Maximum characters of an invoice number, without outer spaces.
             * @example 50
             */
            invoiceNumberCharacters: number;
            /**
             * @description Minimum amount of an invoice, in pounds.
             * @example 0.01
             */
            amountLeast: number;
            /**
             * @description Maximum amount or VAT of an invoice, in pounds.
             * @example 1000000
             */
            amountMost: number;
            /**
             * @description Maximum age of an invoice date in years, in London.
             * @example 6
             */
            invoiceYearsBack: number;
            /**
             * @description Maximum days from today, in London, to a future invoice date.
             * @example 1
             */
            invoiceDaysAhead: number;
            /**
             * @description Maximum bytes of a PDF, before any encoding.
             * @example 10485760
             */
            documentBytes: number;
            /**
             * @description Maximum characters of a PDF's file name inside JSON.
             * @example 255
             */
            documentNameCharacters: number;
            /**
             * @description The number of hours for which the portal tries to deliver a submission.
             * @example 72
             */
            retryHours: number;
        };
        /** @description The part of the agency's configuration that a screen needs. Nothing in it comes from AgentOS. `asOf` is the start of the process that answers, and `stale` is always false. */
        Agency: {
            /**
             * @description The agency's short name.
             * @example acme
             */
            shortName: string;
            /**
             * @description The agency's name.
             * @example Acme Lettings
             */
            name: string;
            /**
             * @description The operations that this agency offers to contractors. Any other operation answers 404.
             * @example [
             *       "contacts",
             *       "jobs.complete",
             *       "notes.add"
             *     ]
             */
            offers: ("contacts" | "jobs.complete" | "notes.add" | "statements.historical" | "statements.pending" | "invoices.submit" | "invoices.list")[];
            /** @description The rules for invoices to this agency. */
            invoice: components["schemas"]["InvoiceRules"];
            /**
             * @description The statuses, in any case, of a cancelled job, which is neither open nor completed.
             * @example [
             *       "Cancelled"
             *     ]
             */
            cancelledStatus: string[];
            /** @description The limits that a form checks. */
            limits: components["schemas"]["Limits"];
            /**
             * @description The agency's colour as #rrggbb, dark enough for white text; or null.
             * @example #0b5cad
             */
            accent: string | null;
            /**
             * @description The path of the agency's logo here, an SVG or PNG; or null.
             * @example /logo/3f2a9c0d1e4b5a687f90.svg
             */
            logo: string | null;
            /**
             * Format: date-time
             * @description The time at which the oldest part of this answer was fetched.
             * @example 2026-11-25T09:00:00+00:00
             */
            asOf: string;
            /**
             * @description True if the answer is older than it should be, because the portal could not fetch it again.
             * @example false
             */
            stale: boolean;
        };
        /** @description The property of a job. */
        Property: {
            /**
             * @description The property's id.
             * @example PR-3
             */
            propertyId: string | null;
            /**
             * @description Its address in one line.
             * @example Flat 2, 9 Canal Street, Leeds
             */
            address: string | null;
            /**
             * @description Its postcode.
             * @example LS2 8AA
             */
            postcode: string | null;
            /**
             * @description Access arrangements; null 30 days after completion, or as configured.
             * @example Key safe at the door
             */
            access: string | null;
        };
        /** @description The person who reported a job. Phone and e-mail are null 30 days after completion, or as configured. */
        Reporter: {
            /**
             * @description Their name.
             * @example J. Patel
             */
            name: string | null;
            /**
             * @description Their phone number, as the agency has it.
             * @example 07700 900321
             */
            phone: string | null;
            /**
             * @description Their e-mail address.
             * @example j.patel@tenant.example
             */
            email: string | null;
        };
        /** @description A note on a job. The agency can read it, and perhaps the landlord. */
        Note: {
            /**
             * @description The note's id; null if AgentOS did not return it.
             * @example N-1
             */
            noteId: string | null;
            /**
             * @description Its text, which may have line breaks.
             * @example Part ordered
             */
            note: string;
            /**
             * @description Its author.
             * @example Harper Plumbing Ltd
             */
            author: string | null;
            /**
             * Format: date-time
             * @description When it was written.
             * @example 2026-11-21T10:00:00+00:00
             */
            createdAt: string | null;
        };
        /** @description The contractor's mark of a job that needs no invoice through the portal. */
        Invoicing: {
            /**
             * @description `elsewhere`: invoiced outside the portal. `no-charge`: not invoiced.
             * @example elsewhere
             * @enum {string}
             */
            state: "elsewhere" | "no-charge";
            /**
             * @description The number of the invoice that was sent elsewhere.
             * @example H-1042
             */
            invoiceNumber: string | null;
            /**
             * Format: date-time
             * @description When the job was marked.
             * @example 2026-11-25T09:12:00+00:00
             */
            at: string;
        };
        /** @description A maintenance job. */
        Job: {
            /**
             * @description The job's id.
             * @example JOB-7
             */
            jobId: string;
            /**
             * @description The agency's number for the job.
             * @example M-2041
             */
            reference: string | null;
            /**
             * @description Its title.
             * @example No hot water
             */
            title: string | null;
            /**
             * @description The work to do.
             * @example Boiler shows E119
             */
            description: string | null;
            /**
             * @description The job's status, in the agency's own word.
             * @example In progress
             */
            status: string | null;
            /**
             * @description True if that status means that the job is completed.
             * @example false
             */
            completed: boolean;
            /**
             * @description How urgent it is, in the agency's own word.
             * @example High
             */
            priority: string | null;
            /**
             * @description 0: an emergency. 1 to 3: the words High, Medium and Low. null: any other word, or none.
             * @example 1
             */
            priorityRank: number | null;
            /**
             * @description True if the agency's word means an emergency.
             * @example false
             */
            emergency: boolean;
            /**
             * @description The kind of work, in the agency's own word.
             * @example Plumbing
             */
            category: string | null;
            /**
             * Format: date-time
             * @description When it was reported.
             * @example 2026-11-20T08:15:00+00:00
             */
            reportedAt: string | null;
            /**
             * Format: date-time
             * @description When it was completed; null if it was not.
             * @example null
             */
            completedAt: string | null;
            /** @description Its property. */
            property: components["schemas"]["Property"] | null;
            /** @description The person who reported it. */
            reportedBy: components["schemas"]["Reporter"];
            /** @description Its notes, oldest first. */
            notes: components["schemas"]["Note"][];
            /**
             * @description False until the notes of this job have been fetched from AgentOS.
             * @example true
             */
            notesComplete: boolean;
            /** @description The contractor's mark; null without one. */
            invoicing: components["schemas"]["Invoicing"] | null;
        };
        /** @description A page of a contractor's jobs. */
        Jobs: {
            /** @description In the order of `listJobs`. Jobs without a date are last. */
            jobs: components["schemas"]["Job"][];
            /**
             * @description The number of all matching jobs; `jobs` is one page of them.
             * @example 42
             */
            total: number;
            /**
             * @description The value of `after` for the next page, or null on the last page. Do not interpret it.
             * @example -1764144900000000~JOB-7
             */
            next: string | null;
            /**
             * Format: date-time
             * @description The time at which the oldest part of this answer was fetched.
             * @example 2026-11-25T09:00:00+00:00
             */
            asOf: string;
            /**
             * @description True if the answer is older than it should be, because the portal could not fetch it again.
             * @example false
             */
            stale: boolean;
        };
        /** @description A maintenance job, with its freshness. */
        SingleJob: {
            /**
             * @description The job's id.
             * @example JOB-7
             */
            jobId: string;
            /**
             * @description The agency's number for the job.
             * @example M-2041
             */
            reference: string | null;
            /**
             * @description Its title.
             * @example No hot water
             */
            title: string | null;
            /**
             * @description The work to do.
             * @example Boiler shows E119
             */
            description: string | null;
            /**
             * @description The job's status, in the agency's own word.
             * @example In progress
             */
            status: string | null;
            /**
             * @description True if that status means that the job is completed.
             * @example false
             */
            completed: boolean;
            /**
             * @description How urgent it is, in the agency's own word.
             * @example High
             */
            priority: string | null;
            /**
             * @description 0: an emergency. 1 to 3: the words High, Medium and Low. null: any other word, or none.
             * @example 1
             */
            priorityRank: number | null;
            /**
             * @description True if the agency's word means an emergency.
             * @example false
             */
            emergency: boolean;
            /**
             * @description The kind of work, in the agency's own word.
             * @example Plumbing
             */
            category: string | null;
            /**
             * Format: date-time
             * @description When it was reported.
             * @example 2026-11-20T08:15:00+00:00
             */
            reportedAt: string | null;
            /**
             * Format: date-time
             * @description When it was completed; null if it was not.
             * @example null
             */
            completedAt: string | null;
            /** @description Its property. */
            property: components["schemas"]["Property"] | null;
            /** @description The person who reported it. */
            reportedBy: components["schemas"]["Reporter"];
            /** @description Its notes, oldest first. */
            notes: components["schemas"]["Note"][];
            /**
             * @description False until the notes of this job have been fetched from AgentOS.
             * @example true
             */
            notesComplete: boolean;
            /** @description The contractor's mark; null without one. */
            invoicing: components["schemas"]["Invoicing"] | null;
            /**
             * Format: date-time
             * @description The time at which the oldest part of this answer was fetched.
             * @example 2026-11-25T09:00:00+00:00
             */
            asOf: string;
            /**
             * @description True if the answer is older than it should be, because the portal could not fetch it again.
             * @example false
             */
            stale: boolean;
        };
        /** @description The target status. Without it, the request toggles the job. */
        Completion: {
            /**
             * @description True completes the job, false reopens it. If the job already has that status, nothing is sent.
             * @example true
             */
            completed?: boolean;
        };
        /** @description A mark of a job that needs no invoice through the portal. */
        NewInvoicing: {
            /**
             * @description `elsewhere`: invoiced outside the portal. `no-charge`: not invoiced.
             * @example elsewhere
             * @enum {string}
             */
            state: "elsewhere" | "no-charge";
            /**
             * @description The number of the invoice that was sent elsewhere. Only with `elsewhere`.
             * @example H-1042
             */
            invoiceNumber?: string | null;
        };
        /** @description A note to add. */
        NewNote: {
            /**
             * @description The note's text, which the agency reads. Spaces at its ends do not count. Line breaks are kept.
             * @example Part ordered, back on Thursday
             */
            note: string;
        };
        /** @description A statement. Amounts are in pounds. */
        Statement: {
            /**
             * @description The statement's id.
             * @example ST-501
             */
            statementId: string;
            /**
             * @description The number of the statement's invoice.
             * @example INV-77
             */
            reference: string | null;
            /**
             * Format: date
             * @description Its date.
             * @example 2026-11-20
             */
            date: string | null;
            /**
             * @description What it is for.
             * @example New valve fitted
             */
            description: string | null;
            /**
             * @description The job it is for.
             * @example JOB-7
             */
            jobId: string | null;
            /**
             * @description Pounds before VAT.
             * @example 400
             */
            net: number | null;
            /**
             * @description VAT in pounds.
             * @example 80
             */
            vat: number | null;
            /**
             * @description Pounds with VAT.
             * @example 480
             */
            gross: number | null;
            /**
             * @description The agency's commission, in pounds.
             * @example 57.6
             */
            commission: number | null;
            /**
             * @description The amount that the contractor receives, in pounds.
             * @example 422.4
             */
            amount: number | null;
            /**
             * @description Its status, in AgentOS's own word.
             * @example Paid
             */
            status: string | null;
            /**
             * Format: date
             * @description The date of payment.
             * @example 2026-11-24
             */
            paidAt: string | null;
        };
        /** @description A page of statements. The totals cover all statements that match. */
        Statements: {
            /** @description Newest first; undated statements last. */
            statements: components["schemas"]["Statement"][];
            /**
             * @description The number of all matching statements; `statements` is one page of them.
             * @example 12
             */
            total: number;
            /**
             * @description The sum of `amount` of all matching statements, in pounds.
             * @example 5068.8
             */
            totalAmount: number;
            /**
             * @description The value of `after` for the next page, or null on the last page. Do not interpret it.
             * @example -1764144900000000~JOB-7
             */
            next: string | null;
            /**
             * Format: date-time
             * @description The time at which the oldest part of this answer was fetched.
             * @example 2026-11-25T09:00:00+00:00
             */
            asOf: string;
            /**
             * @description True if the answer is older than it should be, because the portal could not fetch it again.
             * @example false
             */
            stale: boolean;
        };
        /** @description A statement, with its freshness. */
        SingleStatement: {
            /**
             * @description The statement's id.
             * @example ST-501
             */
            statementId: string;
            /**
             * @description The number of the statement's invoice.
             * @example INV-77
             */
            reference: string | null;
            /**
             * Format: date
             * @description Its date.
             * @example 2026-11-20
             */
            date: string | null;
            /**
             * @description What it is for.
             * @example New valve fitted
             */
            description: string | null;
            /**
             * @description The job it is for.
             * @example JOB-7
             */
            jobId: string | null;
            /**
             * @description Pounds before VAT.
             * @example 400
             */
            net: number | null;
            /**
             * @description VAT in pounds.
             * @example 80
             */
            vat: number | null;
            /**
             * @description Pounds with VAT.
             * @example 480
             */
            gross: number | null;
            /**
             * @description The agency's commission, in pounds.
             * @example 57.6
             */
            commission: number | null;
            /**
             * @description The amount that the contractor receives, in pounds.
             * @example 422.4
             */
            amount: number | null;
            /**
             * @description Its status, in AgentOS's own word.
             * @example Paid
             */
            status: string | null;
            /**
             * Format: date
             * @description The date of payment.
             * @example 2026-11-24
             */
            paidAt: string | null;
            /**
             * Format: date-time
             * @description The time at which the oldest part of this answer was fetched.
             * @example 2026-11-25T09:00:00+00:00
             */
            asOf: string;
            /**
             * @description True if the answer is older than it should be, because the portal could not fetch it again.
             * @example false
             */
            stale: boolean;
        };
        /** @description Figures for the home screen. A figure is null if its source failed (then `stale` is true), or if the agency does not offer its source. */
        Insights: {
            /**
             * @description All jobs.
             * @example 42
             */
            totalAssignedJobs: number | null;
            /**
             * @description Jobs neither completed nor cancelled.
             * @example 7
             */
            activeJobs: number | null;
            /**
             * @description Completed jobs.
             * @example 33
             */
            completedJobs: number | null;
            /**
             * @description The sum of unpaid statements, in pounds.
             * @example 844.8
             */
            pendingPaymentAmount: number | null;
            /**
             * @description The sum of statements paid so far, in pounds.
             * @example 5068.8
             */
            totalEarnedAmount: number | null;
            /**
             * Format: date-time
             * @description The time at which the oldest part of this answer was fetched.
             * @example 2026-11-25T09:00:00+00:00
             */
            asOf: string;
            /**
             * @description True if the answer is older than it should be, because the portal could not fetch it again.
             * @example false
             */
            stale: boolean;
        };
        /** @description A document that was sent with an invoice. */
        SentDocument: {
            /**
             * @description Its file name.
             * @example invoice.pdf
             */
            name: string;
            /**
             * @description Its size in bytes; null if only AgentOS has it.
             * @example 48213
             */
            size: number | null;
        };
        /** @description The beginning of a state of an invoice. */
        InvoiceEvent: {
            /**
             * @description The state.
             * @example authorised
             * @enum {string}
             */
            status: "sending" | "submitted" | "authorised" | "rejected" | "paid" | "unconfirmed" | "review";
            /**
             * Format: date-time
             * @description When it began, or when the portal first saw it.
             * @example 2026-11-26T09:00:00+00:00
             */
            at: string;
            /**
             * @description False if the state may have begun earlier.
             * @example false
             */
            exact: boolean;
        };
        /** @description An invoice of the contractor. Its address ends with its `invoiceId` or, if that is null, its `submissionId`. */
        ListedInvoice: {
            /**
             * @description Its id; null if AgentOS did not return it.
             * @example IN-31
             */
            invoiceId: string | null;
            /**
             * @description The job it is for.
             * @example JOB-7
             */
            jobId: string | null;
            /**
             * @description The statement it is for.
             * @example ST-501
             */
            statementId: string | null;
            /**
             * @description Pounds with VAT.
             * @example 120
             */
            amount: number | null;
            /**
             * @description VAT in pounds.
             * @example 0
             */
            vat: number | null;
            /**
             * @description What it is for.
             * @example New valve fitted
             */
            description: string | null;
            /**
             * Format: date
             * @description Its date.
             * @example 2026-11-25
             */
            invoiceDate: string | null;
            /**
             * @description The contractor's own number for it.
             * @example H-1042
             */
            invoiceNumber: string | null;
            /**
             * @description Its state. `sending`: its submission is `waiting` or `sending`. `rejected`: the agency refused it. `unconfirmed`: it may or may not have arrived. `review`: only the agency can check that.
             * @example submitted
             * @enum {string}
             */
            status: "sending" | "submitted" | "authorised" | "rejected" | "paid" | "unconfirmed" | "review";
            /**
             * Format: date-time
             * @description When it was sent.
             * @example 2026-11-25T09:12:00+00:00
             */
            submittedAt: string | null;
            /** @description The PDF that was sent with the invoice. */
            document: components["schemas"]["SentDocument"] | null;
            /**
             * @description The submission that sent it; null if it was not sent through the portal.
             * @example 0b5c2a5e8d6f4a3b9c1d7e2f4a6b8c0d
             */
            submissionId: string | null;
            /** @description Oldest first: when the portal received the invoice (`sending`), when AgentOS took it (`submitted`), and when the portal first saw a later state. Unknown times are left out. */
            history: components["schemas"]["InvoiceEvent"][];
            /**
             * @description `system`: AgentOS refused the submission. `agency`: the agency refused the invoice. null: not rejected.
             * @example agency
             * @enum {string|null}
             */
            rejectedBy: "system" | "agency" | null;
        };
        /** @description A page of a contractor's invoices. */
        Invoices: {
            /** @description Every invoice once, newest first. */
            invoices: components["schemas"]["ListedInvoice"][];
            /**
             * @description The number of all matching invoices; `invoices` is one page of them.
             * @example 3
             */
            total: number;
            /**
             * @description The value of `after` for the next page, or null on the last page. Do not interpret it.
             * @example -1764144900000000~JOB-7
             */
            next: string | null;
            /**
             * Format: date-time
             * @description The time at which the oldest part of this answer was fetched.
             * @example 2026-11-25T09:00:00+00:00
             */
            asOf: string;
            /**
             * @description True if the answer is older than it should be, because the portal could not fetch it again.
             * @example false
             */
            stale: boolean;
        };
        /** @description An invoice of the contractor, with its freshness. */
        SingleInvoice: {
            /**
             * @description Its id; null if AgentOS did not return it.
             * @example IN-31
             */
            invoiceId: string | null;
            /**
             * @description The job it is for.
             * @example JOB-7
             */
            jobId: string | null;
            /**
             * @description The statement it is for.
             * @example ST-501
             */
            statementId: string | null;
            /**
             * @description Pounds with VAT.
             * @example 120
             */
            amount: number | null;
            /**
             * @description VAT in pounds.
             * @example 0
             */
            vat: number | null;
            /**
             * @description What it is for.
             * @example New valve fitted
             */
            description: string | null;
            /**
             * Format: date
             * @description Its date.
             * @example 2026-11-25
             */
            invoiceDate: string | null;
            /**
             * @description The contractor's own number for it.
             * @example H-1042
             */
            invoiceNumber: string | null;
            /**
             * @description Its state. `sending`: its submission is `waiting` or `sending`. `rejected`: the agency refused it. `unconfirmed`: it may or may not have arrived. `review`: only the agency can check that.
             * @example submitted
             * @enum {string}
             */
            status: "sending" | "submitted" | "authorised" | "rejected" | "paid" | "unconfirmed" | "review";
            /**
             * Format: date-time
             * @description When it was sent.
             * @example 2026-11-25T09:12:00+00:00
             */
            submittedAt: string | null;
            /** @description The PDF that was sent with the invoice. */
            document: components["schemas"]["SentDocument"] | null;
            /**
             * @description The submission that sent it; null if it was not sent through the portal.
             * @example 0b5c2a5e8d6f4a3b9c1d7e2f4a6b8c0d
             */
            submissionId: string | null;
            /** @description Oldest first: when the portal received the invoice (`sending`), when AgentOS took it (`submitted`), and when the portal first saw a later state. Unknown times are left out. */
            history: components["schemas"]["InvoiceEvent"][];
            /**
             * @description `system`: AgentOS refused the submission. `agency`: the agency refused the invoice. null: not rejected.
             * @example agency
             * @enum {string|null}
             */
            rejectedBy: "system" | "agency" | null;
            /**
             * Format: date-time
             * @description The time at which the oldest part of this answer was fetched.
             * @example 2026-11-25T09:00:00+00:00
             */
            asOf: string;
            /**
             * @description True if the answer is older than it should be, because the portal could not fetch it again.
             * @example false
             */
            stale: boolean;
        };
        /** @description A PDF inside JSON. */
        NewDocument: {
            /**
             * @description Its file name.
             * @example invoice.pdf
             */
            name: string;
            /**
             * Format: byte
             * @description Its bytes as base64; 10 MB at most before encoding.
             * @example JVBERi0xLjQK
             */
            content: string;
        };
        /** @description An invoice to send. The agency may require further fields. */
        NewInvoice: {
            /**
             * @description The job it is for; required unless the agency says otherwise.
             * @example JOB-7
             */
            jobId?: string | null;
            /**
             * @description The pending statement it is for.
             * @example ST-501
             */
            statementId?: string | null;
            /**
             * @description Pounds with VAT, at most two decimals, at most 1,000,000.
             * @example 120
             */
            amount: number;
            /**
             * @description VAT in pounds, at most the amount and two decimals.
             * @example 20
             */
            vat?: number | null;
            /**
             * @description What it is for.
             * @example New valve fitted
             */
            description: string;
            /**
             * @description An ISO 8601 date or date-time, at most one day ahead and six years back.
             * @example 2026-11-25
             */
            invoiceDate: string;
            /**
             * @description The contractor's own number for it. Line breaks become spaces.
             * @example H-1042
             */
            invoiceNumber?: string | null;
            /** @description A PDF to send along. */
            document?: components["schemas"]["NewDocument"] | null;
        };
        /** @description An invoice as a form. The document is a file part, and an empty field counts as missing. */
        InvoiceForm: {
            /**
             * @description The job it is for; required unless the agency says otherwise.
             * @example JOB-7
             */
            jobId?: string;
            /**
             * @description The pending statement it is for.
             * @example
             */
            statementId?: string;
            /**
             * @description Pounds with VAT.
             * @example 120
             */
            amount: number;
            /**
             * @description VAT in pounds.
             * @example 20
             */
            vat?: number;
            /**
             * @description What it is for.
             * @example New valve fitted
             */
            description: string;
            /**
             * @description An ISO 8601 date or date-time, at most one day ahead and six years back.
             * @example 2026-11-25
             */
            invoiceDate: string;
            /**
             * @description The contractor's own number for it. Line breaks become spaces.
             * @example H-1042
             */
            invoiceNumber?: string;
            /**
             * Format: binary
             * @description A PDF of at most 10 MB to send along.
             */
            document?: string;
        };
        /** @description An invoice that was sent. */
        Invoice: {
            /**
             * @description Its id; null if AgentOS did not return it.
             * @example IN-31
             */
            invoiceId: string | null;
            /**
             * @description The job it is for.
             * @example JOB-7
             */
            jobId: string | null;
            /**
             * @description The statement it is for.
             * @example ST-501
             */
            statementId: string | null;
            /**
             * @description Pounds with VAT.
             * @example 120
             */
            amount: number | null;
            /**
             * @description VAT in pounds.
             * @example 0
             */
            vat: number | null;
            /**
             * @description What it is for.
             * @example New valve fitted
             */
            description: string | null;
            /**
             * Format: date
             * @description Its date.
             * @example 2026-11-25
             */
            invoiceDate: string | null;
            /**
             * @description The contractor's own number for it.
             * @example H-1042
             */
            invoiceNumber: string | null;
            /**
             * @description Its state. `sending`: its submission is `waiting` or `sending`. `rejected`: the agency refused it. `unconfirmed`: it may or may not have arrived. `review`: only the agency can check that.
             * @example submitted
             * @enum {string}
             */
            status: "sending" | "submitted" | "authorised" | "rejected" | "paid" | "unconfirmed" | "review";
            /**
             * Format: date-time
             * @description When it was sent.
             * @example 2026-11-25T09:12:00+00:00
             */
            submittedAt: string | null;
            /** @description The PDF that was sent with the invoice. */
            document: components["schemas"]["SentDocument"] | null;
        };
        /** @description A note, completion or invoice that a contractor sent, and its state. */
        Submission: {
            /**
             * @description Its id.
             * @example 0b5c2a5e8d6f4a3b9c1d7e2f4a6b8c0d
             */
            submissionId: string;
            /**
             * @description What was sent.
             * @example note
             * @enum {string}
             */
            kind: "note" | "completion" | "invoice";
            /**
             * @description The job it is for.
             * @example JOB-7
             */
            jobId: string | null;
            /**
             * @description The state. `waiting`, `sending`: on its way. `confirmed`: the agency has it. `rejected`: the agency's system refused it. `unconfirmed`: it may have arrived, and the portal is checking. `review`: only the agency can check. `expired`: it could not be sent within 72 hours. `abandoned`: it did not arrive, and will not be sent.
             * @example waiting
             * @enum {string}
             */
            state: "waiting" | "sending" | "confirmed" | "rejected" | "unconfirmed" | "review" | "expired" | "abandoned";
            /**
             * Format: date-time
             * @description When it was accepted.
             * @example 2026-11-25T09:12:00+00:00
             */
            createdAt: string;
            /**
             * Format: date-time
             * @description When the state last changed.
             * @example 2026-11-25T09:12:00+00:00
             */
            updatedAt: string;
            /**
             * @description A sentence about the state.
             * @example It will be sent as soon as possible.
             */
            message: string;
            /**
             * @description True if an e-mail asked the agency's office to check.
             * @example false
             */
            officeAsked: boolean;
            /** @description The result once the submission is confirmed, by its `kind`: the note, the job of a completion, or the invoice, word for word as in the first answer. Only a note has `noteId`, only a job `completed`, only an invoice `invoiceId`. */
            result: components["schemas"]["Note"] | components["schemas"]["Job"] | components["schemas"]["Invoice"] | null;
        };
        /** @description A page of a contractor's submissions. */
        Submissions: {
            /** @description Newest first. */
            submissions: components["schemas"]["Submission"][];
            /**
             * @description The number of all matching submissions; `submissions` is one page of them.
             * @example 3
             */
            total: number;
            /**
             * @description The value of `after` for the next page, or null on the last page. Do not interpret it.
             * @example -1764144900000000~JOB-7
             */
            next: string | null;
            /**
             * Format: date-time
             * @description The time at which the oldest part of this answer was fetched.
             * @example 2026-11-25T09:00:00+00:00
             */
            asOf: string;
            /**
             * @description True if the answer is older than it should be, because the portal could not fetch it again.
             * @example false
             */
            stale: boolean;
        };
        /** @description A note, completion or invoice that a contractor sent, its state, and the time of the answer. */
        SingleSubmission: {
            /**
             * @description Its id.
             * @example 0b5c2a5e8d6f4a3b9c1d7e2f4a6b8c0d
             */
            submissionId: string;
            /**
             * @description What was sent.
             * @example note
             * @enum {string}
             */
            kind: "note" | "completion" | "invoice";
            /**
             * @description The job it is for.
             * @example JOB-7
             */
            jobId: string | null;
            /**
             * @description The state. `waiting`, `sending`: on its way. `confirmed`: the agency has it. `rejected`: the agency's system refused it. `unconfirmed`: it may have arrived, and the portal is checking. `review`: only the agency can check. `expired`: it could not be sent within 72 hours. `abandoned`: it did not arrive, and will not be sent.
             * @example waiting
             * @enum {string}
             */
            state: "waiting" | "sending" | "confirmed" | "rejected" | "unconfirmed" | "review" | "expired" | "abandoned";
            /**
             * Format: date-time
             * @description When it was accepted.
             * @example 2026-11-25T09:12:00+00:00
             */
            createdAt: string;
            /**
             * Format: date-time
             * @description When the state last changed.
             * @example 2026-11-25T09:12:00+00:00
             */
            updatedAt: string;
            /**
             * @description A sentence about the state.
             * @example It will be sent as soon as possible.
             */
            message: string;
            /**
             * @description True if an e-mail asked the agency's office to check.
             * @example false
             */
            officeAsked: boolean;
            /** @description The result once the submission is confirmed, by its `kind`: the note, the job of a completion, or the invoice, word for word as in the first answer. Only a note has `noteId`, only a job `completed`, only an invoice `invoiceId`. */
            result: components["schemas"]["Note"] | components["schemas"]["Job"] | components["schemas"]["Invoice"] | null;
            /**
             * Format: date-time
             * @description The time at which the oldest part of this answer was fetched.
             * @example 2026-11-25T09:00:00+00:00
             */
            asOf: string;
            /**
             * @description True if the answer is older than it should be, because the portal could not fetch it again.
             * @example false
             */
            stale: boolean;
        };
        /** @description A request for a code: the e-mail address, and the agency to start with. */
        CodeRequest: {
            /**
             * Format: email
             * @description The contractor's address at the agency, in any case.
             * @example office@harper.example
             */
            email: string;
            /**
             * @description The short name of the agency to start with.
             * @example acme
             */
            agency?: string | null;
        };
        /** @description The e-mail address, and the code that was sent to it. */
        SignIn: {
            /**
             * Format: email
             * @description The contractor's address at the agency, in any case.
             * @example office@harper.example
             */
            email: string;
            /**
             * @description The six digits. Spaces between them are ignored.
             * @example 042719
             */
            code: string;
        };
        /** @description An account of the person. */
        SessionAccount: {
            /**
             * @description The agency's short name.
             * @example acme
             */
            agency: string;
            /**
             * @description The agency's name.
             * @example Acme Lettings
             */
            agencyName: string;
            /**
             * @description The contractor's id there.
             * @example CON-1001
             */
            contractorId: string;
            /**
             * @description The contractor's name at the agency.
             * @example Harper Plumbing Ltd
             */
            displayName: string;
        };
        /** @description The signed-in person, the current account, all accounts, and the end of the session. */
        Session: {
            /**
             * @description The person's e-mail address.
             * @example office@harper.example
             */
            email: string;
            /** @description The account of requests without `Portal-Account`. */
            account: components["schemas"]["SessionAccount"];
            /** @description All accounts of this person, sorted by agency and name. */
            accounts: components["schemas"]["SessionAccount"][];
            /**
             * Format: date-time
             * @description When the session ends at the latest if no other request follows. A client that keeps data of the person deletes it then.
             * @example 2026-11-28T09:12:00+00:00
             */
            endsAt: string;
        };
        /** @description The account to switch to. */
        AccountChoice: {
            /**
             * @description The agency's short name.
             * @example acme
             */
            agency: string;
            /**
             * @description The contractor's id there.
             * @example CON-1001
             */
            contractorId: string;
        };
        /** @description The ways to sign in at this installation. */
        Methods: {
            /**
             * @description `code`: a code by e-mail. `passkey`: a passkey. `oidc`: the identity provider. More may follow.
             * @example [
             *       "code",
             *       "passkey"
             *     ]
             */
            methods: string[];
            /**
             * @description The name of the identity provider, for a button.
             * @example Acme Group
             */
            oidcName: string | null;
        };
        /** @description The page of the identity provider at which the person signs in. */
        ProviderPage: {
            /**
             * @description The address of the page.
             * @example https://id.group.example/authorize?client_id=portal
             */
            url: string;
        };
        /** @description A signed token of the front end in which the person is signed in. */
        Handover: {
            /**
             * @description A JSON Web Token, signed with RS256, PS256, ES256 or EdDSA.
             * @example eyJhbGciOiJFUzI1NiJ9.eyJpc3MiOiJodHRwczovL215cHJvcC5leGFtcGxlIn0.c2lnbmF0dXJl
             */
            token: string;
        };
        /** @description A device on which a person is signed in. */
        Device: {
            /**
             * @description Its id, valid until this session ends.
             * @example 3f2a9c0d5e8b4716a2c4e6f80b1d3c5a
             */
            deviceId: string;
            /**
             * @description The browser and its system.
             * @example Chrome on Android
             */
            software: string | null;
            /**
             * @description The network at the sign-in: an IPv4 /24 or an IPv6 /48.
             * @example 203.0.113.0/24
             */
            network: string | null;
            /**
             * @description How the person signed in.
             * @example code
             * @enum {string}
             */
            method: "code" | "oidc" | "handover" | "passkey";
            /**
             * Format: date-time
             * @description When the person signed in.
             * @example 2026-11-25T09:12:00+00:00
             */
            signedInAt: string;
            /**
             * Format: date-time
             * @description When the device last used the portal, to within five minutes.
             * @example 2026-11-25T10:02:00+00:00
             */
            lastSeenAt: string;
            /**
             * @description True for the device that sent this request.
             * @example true
             */
            current: boolean;
        };
        /** @description The devices on which a person is signed in. */
        Devices: {
            /** @description The last used first. */
            devices: components["schemas"]["Device"][];
        };
        /** @description An event of a person's sign-ins and submissions. */
        ActivityEntry: {
            /**
             * Format: date-time
             * @description When it happened.
             * @example 2026-11-25T09:12:00+00:00
             */
            at: string;
            /**
             * @description What happened.
             * @example signed in
             * @enum {string}
             */
            event: "code requested" | "signed in" | "sign-in failed" | "signed out" | "session ended" | "switched" | "passkey added" | "passkey removed" | "submitted" | "not accepted" | "confirmed" | "rejected" | "unconfirmed" | "review" | "expired" | "abandoned";
            /**
             * @description More about it, such as the method of a sign-in.
             * @example code
             */
            detail: string | null;
            /**
             * @description The short name of the agency it concerns.
             * @example acme
             */
            agency: string | null;
            /**
             * @description The contractor's id there.
             * @example CON-1001
             */
            contractorId: string | null;
            /**
             * @description The submission it concerns.
             * @example 0b5c2a5e8d6f4a3b9c1d7e2f4a6b8c0d
             */
            submissionId: string | null;
            /**
             * @description The browser of the request and its system.
             * @example Chrome on Android
             */
            software: string | null;
            /**
             * @description The network of the request: an IPv4 /24 or an IPv6 /48.
             * @example 203.0.113.0/24
             */
            network: string | null;
            /**
             * @description The id of the request, to quote to the agency.
             * @example 5b0c9f52-7f0e-4f0f-9c59-0d8f4d2c1a11
             */
            requestId: string | null;
        };
        /** @description A page of a person's activity of the last 90 days. */
        Activity: {
            /** @description Newest first. */
            activity: components["schemas"]["ActivityEntry"][];
            /**
             * @description The number of all entries; `activity` is one page of them.
             * @example 12
             */
            total: number;
            /**
             * @description The value of `after` for the next page, or null on the last page. Do not interpret it.
             * @example -1764144900000000~JOB-7
             */
            next: string | null;
        };
        /** @description An empty object, or no body at all. */
        Nothing: Record<string, never>;
        /** @description The portal, for the browser's dialogue. */
        PasskeySite: {
            /**
             * @description The portal's host.
             * @example portal.agency.example
             */
            id: string;
            /**
             * @description The portal's name.
             * @example Contractor Portal
             */
            name: string;
        };
        /** @description The person, for the browser's dialogue and for the list of passkeys on the device. */
        PasskeyOwner: {
            /**
             * @description The person's id, which is no address.
             * @example Q2hhbmdlZCBieSBub2JvZHk
             */
            id: string;
            /**
             * @description The person's e-mail address.
             * @example office@harper.example
             */
            name: string;
            /**
             * @description The person's e-mail address.
             * @example office@harper.example
             */
            displayName: string;
        };
        /** @description A kind of key that the portal accepts. */
        PasskeyParameters: {
            /**
             * @description The type of the credential.
             * @example public-key
             */
            type: string;
            /**
             * @description The number of the algorithm at COSE.
             * @example -7
             */
            alg: number;
        };
        /** @description A credential that exists. */
        PasskeyReference: {
            /**
             * @description The id of the credential.
             * @example r2hJv0Qb0sVqk1Zk3bM0dw
             */
            id: string;
            /**
             * @description The type of the credential.
             * @example public-key
             */
            type: string;
        };
        /** @description Requirements for the device. */
        PasskeyRequirements: {
            /**
             * @description The device must check a fingerprint, a face or a PIN.
             * @example required
             */
            userVerification: string;
            /**
             * @description The device must store the passkey with its owner.
             * @example required
             */
            residentKey: string;
            /**
             * @description The same, for older browsers.
             * @example true
             */
            requireResidentKey: boolean;
        };
        /** @description The options for `navigator.credentials.create`, for `parseCreationOptionsFromJSON`. */
        PasskeyCreationOptions: {
            /**
             * @description Random bytes. They are valid once, for five minutes.
             * @example r2hJv0Qb0sVqk1Zk3bM0dw
             */
            challenge: string;
            /**
             * @description The time that the person has, in milliseconds.
             * @example 240000
             */
            timeout: number;
            /** @description The portal. */
            rp: components["schemas"]["PasskeySite"];
            /** @description The person. */
            user: components["schemas"]["PasskeyOwner"];
            /** @description The kinds of keys, the preferred first. */
            pubKeyCredParams: components["schemas"]["PasskeyParameters"][];
            /** @description The person's passkeys. Their devices do not make another one. */
            excludeCredentials: components["schemas"]["PasskeyReference"][];
            /** @description Requirements for the device. */
            authenticatorSelection: components["schemas"]["PasskeyRequirements"];
            /**
             * @description The portal asks for no certificate of the device.
             * @example none
             */
            attestation: string;
        };
        /** @description The device's answer to creation options. Other members are ignored. */
        PasskeyAttestation: {
            /**
             * @description The browser's own data about the ceremony.
             * @example eyJ0eXBlIjoid2ViYXV0aG4uZ2V0In0
             */
            clientDataJSON: string;
            /**
             * @description The new public key.
             * @example o2NmbXRkbm9uZWdhdHRTdG10oGhhdXRoRGF0YQ
             */
            attestationObject: string;
        };
        /** @description A new passkey, as `toJSON` of the browser's credential writes it. */
        NewPasskey: {
            /**
             * @description The id of the credential, in base64url.
             * @example r2hJv0Qb0sVqk1Zk3bM0dw
             */
            id: string;
            /**
             * @description The same id.
             * @example r2hJv0Qb0sVqk1Zk3bM0dw
             */
            rawId: string;
            /**
             * @description The type of the credential.
             * @example public-key
             * @enum {string}
             */
            type: "public-key";
            /**
             * @description Where the passkey is. The portal ignores it.
             * @example platform
             */
            authenticatorAttachment?: string | null;
            /** @description The portal ignores them. */
            clientExtensionResults?: {
                [key: string]: unknown;
            };
            /** @description The device's answer. */
            response: components["schemas"]["PasskeyAttestation"];
        };
        /** @description A passkey of the person. */
        Passkey: {
            /**
             * @description The id of the passkey at the portal.
             * @example 0b5c2a5e8d6f4a3b9c1d7e2f4a6b8c0d
             */
            passkeyId: string;
            /**
             * @description The browser and the system that added it.
             * @example Chrome Mobile on Android
             */
            name: string;
            /**
             * Format: date-time
             * @description The time at which it was added.
             * @example 2026-11-25T09:00:00+00:00
             */
            createdAt: string;
            /**
             * Format: date-time
             * @description The last sign-in with it, or null.
             * @example 2026-11-26T09:00:00+00:00
             */
            usedAt: string | null;
        };
        /** @description The person's passkeys, the oldest first. */
        Passkeys: {
            /** @description The passkeys. */
            passkeys: components["schemas"]["Passkey"][];
        };
        /** @description The options for `navigator.credentials.get`, for `parseRequestOptionsFromJSON`. */
        PasskeyRequestOptions: {
            /**
             * @description The device must check a fingerprint, a face or a PIN.
             * @example required
             */
            userVerification: string;
            /**
             * @description Random bytes. They are valid once, for five minutes.
             * @example r2hJv0Qb0sVqk1Zk3bM0dw
             */
            challenge: string;
            /**
             * @description The time that the person has, in milliseconds.
             * @example 240000
             */
            timeout: number;
            /**
             * @description The portal's host.
             * @example portal.agency.example
             */
            rpId: string;
            /** @description Always empty: the person chooses one of the device's passkeys. */
            allowCredentials: components["schemas"]["PasskeyReference"][];
        };
        /** @description The device's answer to request options. Other members are ignored. */
        PasskeyAssertion: {
            /**
             * @description The browser's own data about the ceremony.
             * @example eyJ0eXBlIjoid2ViYXV0aG4uZ2V0In0
             */
            clientDataJSON: string;
            /**
             * @description The device's own data about the ceremony.
             * @example SZYN5YgOjGh0NBcPZHZgW4_krrmihjLHmVzzuoMdl2MFAAAAAQ
             */
            authenticatorData: string;
            /**
             * @description The signature of both.
             * @example MEUCIQDqf7Jm3w0mVtHh
             */
            signature: string;
            /**
             * @description The person's id on the device.
             * @example Q2hhbmdlZCBieSBub2JvZHk
             */
            userHandle: string;
        };
        /** @description A proof by a passkey, as `toJSON` of the browser's credential writes it. */
        PasskeySignIn: {
            /**
             * @description The id of the credential, in base64url.
             * @example r2hJv0Qb0sVqk1Zk3bM0dw
             */
            id: string;
            /**
             * @description The same id.
             * @example r2hJv0Qb0sVqk1Zk3bM0dw
             */
            rawId: string;
            /**
             * @description The type of the credential.
             * @example public-key
             * @enum {string}
             */
            type: "public-key";
            /**
             * @description Where the passkey is. The portal ignores it.
             * @example platform
             */
            authenticatorAttachment?: string | null;
            /** @description The portal ignores them. */
            clientExtensionResults?: {
                [key: string]: unknown;
            };
            /** @description The device's answer. */
            response: components["schemas"]["PasskeyAssertion"];
        };
        /** @description The state of a process. */
        Health: {
            /**
             * @description `live` or `ready`; or a fault that does not prevent reads.
             * @example ready
             * @enum {string}
             */
            status: "live" | "ready" | "degraded: worker";
        };
        /** @description The state of the portal, and warnings about its configuration. */
        Readiness: {
            /**
             * @description `live` or `ready`; or a fault that does not prevent reads.
             * @example ready
             * @enum {string}
             */
            status: "live" | "ready" | "degraded: worker";
            /**
             * @description What fails now: `worker`, `writes`, `settings`. Reads work. Later versions may know more.
             * @example []
             */
            degraded: string[];
            /**
             * @description Faults of the configuration that requests, or a comparison of the processes, have shown.
             * @example []
             */
            warnings: ("proxies" | "hosts")[];
        };
        /** @description A fault of one value in a request. Either `pointer`, `parameter` or `header` names the value. */
        Fault: {
            /**
             * @description The field of the body, as a JSON pointer (RFC 6901).
             * @example #/amount
             */
            pointer?: string;
            /**
             * @description The query parameter.
             * @example limit
             */
            parameter?: string;
            /**
             * @description The header of the request.
             * @example Idempotency-Key
             */
            header?: string;
            /**
             * @description What is wrong with it.
             * @example must be more than 0 pounds.
             */
            detail: string;
        };
        /** @description Why a request failed, in the form of RFC 9457. Members that do not apply are left out. */
        Problem: {
            /**
             * @description The type of the failure, which is the address of its description.
             * @example /api/problems#no-such-object
             * @enum {string}
             */
            type: "/api/problems#invalid-request" | "/api/problems#key-reused" | "/api/problems#unauthenticated" | "/api/problems#wrong-code" | "/api/problems#wrong-passkey" | "/api/problems#no-account" | "/api/problems#sign-in-refused" | "/api/problems#cross-site" | "/api/problems#no-such-address" | "/api/problems#no-such-object" | "/api/problems#not-offered" | "/api/problems#method-not-allowed" | "/api/problems#foreign-account" | "/api/problems#sign-in-too-old" | "/api/problems#duplicate-invoice" | "/api/problems#in-progress" | "/api/problems#conflict" | "/api/problems#too-large" | "/api/problems#too-many-requests" | "/api/problems#not-sent" | "/api/problems#unconfirmed" | "/api/problems#review" | "/api/problems#rejected" | "/api/problems#agentos-unreachable" | "/api/problems#agentos-busy" | "/api/problems#agentos-refuses-key" | "/api/problems#not-ready" | "/api/problems#no-worker" | "/api/problems#sign-in-unavailable" | "/api/problems#misconfigured" | "/api/problems#document-unchecked" | "/api/problems#internal-error" | "/api/problems#out-of-service";
            /**
             * @description The type in words. All failures of a type have the same.
             * @example There is no such object
             */
            title: string;
            /**
             * @description The HTTP status.
             * @example 404
             */
            status: number;
            /**
             * @description The sentence that `error` would have.
             * @example There is no such job.
             */
            detail: string;
            /**
             * @description The value of `X-Request-ID`, for questions to support.
             * @example 6f1c8f0e9d3b4c5a8e7d6c5b4a392817
             */
            requestId: string;
            /** @description The faults of the request's values. `detail` is about the first. */
            errors?: components["schemas"]["Fault"][];
            /**
             * @description The value of `Submission-State`.
             * @example not-sent
             * @enum {string}
             */
            submissionState?: "not-sent" | "unconfirmed" | "review" | "rejected";
            /**
             * @description The value of `Retry-After`, in seconds.
             * @example 12
             */
            retryAfter?: number;
        };
    };
    responses: never;
    parameters: never;
    requestBodies: never;
    headers: never;
    pathItems: never;
}
export type $defs = Record<string, never>;
export type operations = Record<string, never>;
