# Which column says what, and when a row is refused because two could: a specification as a table. Each case is a file. Its rows go in as Import-Csv
# gives them, as objects whose dates and truth values are typed, and as dictionaries; through Test- and through Start-ConnectOutboundChat. All six
# must say the same: the same status, the same words.
BeforeDiscovery {
    $arn = 'arn:aws:connect:us-east-1:123456789012:phone-number/aaaaaaaa-0000-0000-0000-000000000001'
    $other = 'arn:aws:connect:us-east-1:123456789012:phone-number/bbbbbbbb-0000-0000-0000-000000000002'
    $script:Cases = @(
        # Which column is the destination
        @{ Case = 'bookings: To and From are dates'; Csv = 'Phone,From,To', '+12065550101,2026-11-26,2026-12-01'
            Sent = '+12065550101'; Source = $arn; Warning = "'Phone', 'To' all stand for Destination: in each row the one that holds a phone number is used" }
        @{ Case = 'bookings: the dates come first, with a time'; Csv = 'From,To,PhoneNumber', '2026-11-26 14:00,2026-11-28 10:00,+12065550101'
            Sent = '+12065550101' }
        @{ Case = 'bookings: dates beside a number of Germany'; Csv = 'Phone,From,To', '030 123456,2026-11-26,01.12.2026'
            With = @{ DefaultCountry = 'DE' }; Sent = '+4930123456'; Source = $arn }
        @{ Case = 'bookings: the only number is a date of Austria'; Csv = 'Phone,To', ',26.11.2026'; With = @{ DefaultCountry = 'AT' }
            Kind = 'DestinationInvalid'; Reason = 'date' }
        @{ Case = 'bookings: To and From are places'; Csv = 'To,From,Mobile', 'Oslo,Rome,+12065550101'; Sent = '+12065550101' }
        @{ Case = 'bookings: To is a flight'; Csv = 'Phone,To', '+12065550101,LH 454'; Sent = '+12065550101' }
        @{ Case = 'To alone is still the destination'; Csv = 'To,Note', '+12065550101,x'; Sent = '+12065550101' }
        @{ Case = 'one number in two forms is one number'; Csv = 'Destination,Phone', '+12065550101,(206) 555-0101'
            With = @{ DefaultCountry = 'US' }; Sent = '+12065550101' }
        @{ Case = 'a mobile number of Brazil with and without its 9 is one number'; Csv = 'Destination,Mobile', '+5511961234567,+551161234567'
            Sent = '+5511961234567' }
        @{ Case = 'the row''s own country reads both'; Csv = 'Destination,Phone,Country', '+4930123456,030 123456,DE'; Sent = '+4930123456' }
        @{ Case = 'an empty cell does not count'; Csv = 'Phone,Mobile', ',+12065550101'; Sent = '+12065550101' }
        @{ Case = 'a cell that is no number does not count beside one that is'; Csv = 'Destination,Phone,Mobile', 'n/a,unknown,+12065550101'
            Sent = '+12065550101' }
        @{ Case = 'a number without a country code counts only where a country reads it'; Csv = 'Phone,Mobile', '206 555 0100,+12065550101'
            Sent = '+12065550101' }
        @{ Case = 'two numbers'; Csv = 'Phone,Mobile', '+12065550101,+12065550102'; Kind = 'DestinationAmbiguous'
            Reason = "the column 'Phone' holds '\+12065550101' and 'Mobile' holds '\+12065550102', which are different phone numbers\. Choose a column: -ColumnMap @\{ Destination = 'Phone' \}" }
        @{ Case = 'two numbers, one of them in To'; Csv = 'To,Phone', '+12065550101,+12065550102'; Kind = 'DestinationAmbiguous'
            Reason = "'Phone' holds .* and 'To' holds .*-ColumnMap" }
        @{ Case = 'two numbers, Destination among them'; Csv = 'Mobile,Destination', '+12065550101,+12065550102'; Kind = 'DestinationAmbiguous'
            Reason = "'Destination' holds .* and 'Mobile' holds .*-ColumnMap" }
        @{ Case = 'two numbers in columns of one name'; Csv = 'Phone Number,phone_number', '+12065550101,+12065550102'; Kind = 'DestinationAmbiguous'
            Reason = "'Phone Number' holds .* and 'phone_number' holds" }
        @{ Case = 'three numbers'; Csv = 'Phone,Mobile,To', '+12065550101,+12065550102,+12065550103'; Kind = 'DestinationAmbiguous'
            Reason = "'Phone' holds .*, 'Mobile' holds .* and 'To' holds" }
        @{ Case = 'two national numbers'; Csv = 'Phone,Mobile', '206 555 0101,206 555 0102'; With = @{ DefaultCountry = 'US' }; Kind = 'DestinationAmbiguous'
            Reason = "'Phone' holds '206 555 0101' and 'Mobile' holds '206 555 0102'" }
        @{ Case = 'two numbers, and a map that chooses'; Csv = 'Phone,Mobile', '+12065550101,+12065550102'; With = @{ ColumnMap = @{ Destination = 'Mobile' } }
            Sent = '+12065550102' }
        @{ Case = 'two numbers, and an argument that wins over both'; Csv = 'Phone,Mobile', '+12065550101,+12065550102'
            With = @{ Destination = '+12065550103' }; Sent = '+12065550103' }
        @{ Case = 'no number in any of several columns'; Csv = 'Phone,To', 'none,Oslo'; Kind = 'DestinationInvalid'
            Reason = "Destination 'none' \(column 'Phone'\) is not a phone number" }
        @{ Case = 'the only column that is filled in has no number'; Csv = 'Phone,To', ',Oslo'; Kind = 'DestinationInvalid'
            Reason = "Destination 'Oslo' \(column 'To'\) is not a phone number" }
        @{ Case = 'several columns, all empty'; Csv = 'Phone,Mobile,Note', ',,x'; Kind = 'DestinationMissing'
            Reason = "the columns 'Phone', 'Mobile' are empty in this row" }

        # Which column is the source
        @{ Case = 'From is an ARN'; Csv = 'Phone,From', "+12065550101,$other"; Without = 'Source'; Sent = '+12065550101'; Source = $other }
        @{ Case = 'From is a date and nothing else says the source'; Csv = 'Phone,From', '+12065550101,2026-11-26'; Without = 'Source'; Kind = 'SourceMissing'
            Reason = "Source is missing \(the column 'From' holds '2026-11-26', which is neither an ARN nor a phone number\)" }
        @{ Case = 'From is a place'; Csv = 'Phone,From', '+12065550101,Rome'; Without = 'Source'; Kind = 'SourceMissing'; Reason = "the column 'From' holds 'Rome'"
            Warning = "The column 'From' is not used for Source where it holds something else, such as 'Rome' in row 1" }
        @{ Case = 'From is empty'; Csv = 'Phone,From', '+12065550101,'; Without = 'Source'; Kind = 'SourceMissing'
            Reason = "the column 'From' is empty in this row" }
        @{ Case = 'Source is a date: the column says what it means'; Csv = 'Phone,Source', '+12065550101,2026-11-26'; Without = 'Source'; Kind = 'SourceInvalid'
            Reason = "Source '2026-11-26' is no ARN" }
        @{ Case = 'From is a date, and the map says that it is the source'; Csv = 'Phone,From', '+12065550101,2026-11-26'; Without = 'Source'
            With = @{ ColumnMap = @{ Source = 'From' } }; Kind = 'SourceInvalid'; Reason = "Source '2026-11-26' is no ARN" }

        # Two columns that are alike
        @{ Case = '-ColumnMap: the exact name wins'; Csv = 'Phone 2,Phone2', '+12065550101,+12065550102'; With = @{ ColumnMap = @{ Destination = 'Phone2' } }
            Sent = '+12065550102' }
        @{ Case = '-ColumnMap: the exact name wins, the other first'; Csv = 'Phone2,Phone 2', '+12065550101,+12065550102'
            With = @{ ColumnMap = @{ Destination = 'Phone 2' } }; Sent = '+12065550102' }
        @{ Case = '-ColumnMap: then one that differs in case'; Csv = 'Phone 2,Phone2', '+12065550101,+12065550102'
            With = @{ ColumnMap = @{ Destination = 'PHONE2' } }; Sent = '+12065550102' }
        @{ Case = '-ColumnMap: one that is normalized alike'; Csv = 'Phone 2,Note', '+12065550101,x'; With = @{ ColumnMap = @{ Destination = 'phone_2' } }
            Sent = '+12065550101' }
        @{ Case = '-ColumnMap: two that are normalized alike'; Csv = 'Phone 2,Phone_2', '+12065550101,+12065550102'
            With = @{ ColumnMap = @{ Destination = 'Phone2' } }; Kind = 'ColumnAmbiguous'
            Reason = "^-ColumnMap takes Destination from the column 'Phone2', and the columns 'Phone 2' and 'Phone_2' match it equally well\. Write the column's name exactly as the file has it\.$" }
        @{ Case = '-ColumnMap: two that are alike, for an attribute'; Csv = 'Phone,Order Id,order-id', '+12065550101,1,2'
            With = @{ ColumnMap = @{ 'Attribute.Id' = 'OrderId' } }; Kind = 'ColumnAmbiguous'; Reason = "'Order Id' and 'order-id'" }
        @{ Case = '-ColumnMap wins over a column of the entry''s name'; Csv = 'Phone,Attribute.Id,Nr', '+12065550101,1,2'
            With = @{ ColumnMap = @{ 'Attribute.Id' = 'Nr' } }; Sent = '+12065550101'; Attribute = @{ Id = '2' }; Warning = "Not used: the column 'Attribute.Id'" }
        @{ Case = 'placeholder: the exact name wins'; Csv = 'Phone,Order Id,OrderId', '+12065550101,one,two'; With = @{ Message = 'No. {OrderId}' }
            Sent = '+12065550101'; Message = 'No. two'; Warning = "Not used: the column 'Order Id'" }
        @{ Case = 'placeholder: then one that differs in case'; Csv = 'Phone,Order Id,OrderId', '+12065550101,one,two'; With = @{ Message = 'No. {orderid}' }
            Sent = '+12065550101'; Message = 'No. two' }
        @{ Case = 'placeholder: two that are normalized alike'; Csv = 'Phone,Order Id,Order_Id', '+12065550101,one,two'; With = @{ Message = 'No. {OrderId}' }
            Kind = 'ColumnAmbiguous'; Reason = "^The message wants the column 'OrderId', and the columns 'Order Id' and 'Order_Id' match it equally well" }
        @{ Case = 'placeholder of a message column: two that are alike'; Csv = 'Phone,Order Id,Order_Id,Message', '+12065550101,one,two,No. {OrderId}'
            Without = 'Message'; Kind = 'ColumnAmbiguous'; Reason = "'Order Id' and 'Order_Id'" }
        @{ Case = 'placeholder with a prefix: two that are alike'; Csv = 'Phone,Attribute.Order Id,Attribute.Order-Id', '+12065550101,one,two'
            With = @{ Message = 'No. {Attribute.OrderId}' }; Kind = 'ColumnAmbiguous'; Reason = "'Attribute.Order Id' and 'Attribute.Order-Id'" }
        @{ Case = '-KeyColumn: the exact name wins'; Csv = 'Phone,Order Id,OrderId', '+12065550101,1,', '+12065550101,1,2'; Named = $true
            With = @{ KeyColumn = 'Order Id'; RunName = 'keys' }; Row = 0; Sent = '+12065550101'; DuplicateRow = 1 }
        @{ Case = '-KeyColumn: two that are normalized alike'; Csv = 'Phone,Order Id,Order_Id', '+12065550101,1,2'; Named = $true
            With = @{ KeyColumn = 'OrderId'; RunName = 'keys' }; Kind = 'ColumnAmbiguous'
            Reason = "-KeyColumn names 'OrderId', and the columns 'Order Id' and 'Order_Id' match it equally well" }
        @{ Case = '-AttributeColumn: the exact name wins'; Csv = 'Phone,Order_Id,OrderId', '+12065550101,1,2'; With = @{ AttributeColumn = 'OrderId' }
            Sent = '+12065550101'; Attribute = @{ OrderId = '2' } }
        @{ Case = '-AttributeColumn: then one that differs in case'; Csv = 'Phone,Order_Id,OrderId', '+12065550101,1,2'; With = @{ AttributeColumn = 'order_ID' }
            Sent = '+12065550101'; Attribute = @{ Order_Id = '1' } }
        @{ Case = '-AttributeColumn: two that are normalized alike'; Csv = 'Phone,Order_Id,Order-Id', '+12065550101,1,2'; With = @{ AttributeColumn = 'OrderId' }
            Kind = 'ColumnAmbiguous'; Reason = "-AttributeColumn names 'OrderId', and the columns 'Order_Id' and 'Order-Id' match it equally well" }
        @{ Case = 'a parameter''s column: the exact name wins'; Csv = 'Phone,Display Name,DisplayName', '+12065550101,one,two'; Sent = '+12065550101'
            Name = 'two'; Warning = "'Display Name', 'DisplayName' all stand for DisplayName: 'DisplayName' is used" }
        @{ Case = 'a parameter''s column: two that are normalized alike'; Csv = 'Phone,Display Name,display-name', '+12065550101,one,two'
            Kind = 'ColumnAmbiguous'; Reason = "The columns 'Display Name' and 'display-name' both stand for DisplayName\. Choose one with -ColumnMap" }
        @{ Case = 'time zones: two columns that are alike'; Csv = 'Phone,Time Zone,time_zone', '+12065550101,Europe/Berlin,Asia/Tokyo'
            With = @{ QuietHours = '02:00-02:01' }; Kind = 'ColumnAmbiguous'; Reason = "'Time Zone' and 'time_zone' both stand for TimeZone" }
        @{ Case = 'countries: two columns that are alike'; Csv = 'Phone,COUNTRY-,country_', '030 123456,DE,AT'
            Kind = 'ColumnAmbiguous'; Reason = "'COUNTRY-' and 'country_' both stand for Country" }
        @{ Case = 'a prefix in two spellings: the documented one wins'; Csv = 'Phone,attribute .Id,Attribute.Id', '+12065550101,1,2'; Sent = '+12065550101'
            Attribute = @{ Id = '2' } }
        @{ Case = 'a prefix in two spellings that are alike'; Csv = 'Phone,Attribute .Id,Attri-bute.Id', '+12065550101,1,2'; Kind = 'ColumnAmbiguous'
            Reason = "The columns 'Attribute .Id' and 'Attri-bute.Id' both give the Attribute 'Id'" }

        # A quotation mark that is not closed
        @{ Case = 'an open quote, and further rows in a placeholder'; Csv = 'PhoneNumber,Name', '+12065550101,"Tom', '+12065550102,Ann', '+12065550103,Bob'
            With = @{ Message = 'Hello {Name}' }; Kind = 'QuoteUnclosed'; Reason = "'Name' holds another row of the file, '\+12065550102,Ann': a quotation mark is not closed" }
        @{ Case = 'an open quote that a later quote ends'; Csv = 'PhoneNumber,Name', '+12065550101,"Tom', '+12065550102,"Ann"', '+12065550103,Bob'
            With = @{ Message = 'Hello {Name}' }; Row = 0; Rows = 2; Kind = 'QuoteUnclosed'; Reason = "'Name' holds another row" }
        @{ Case = 'an open quote in a file with quotes everywhere'; Csv = '"PhoneNumber","Name"', '"+12065550101","Tom', '"+12065550102","Ann"', '"+12065550103","Bob"'
            With = @{ Message = 'Hello {Name}' }; Row = 0; Rows = 2; Kind = 'QuoteUnclosed'; Reason = "'Name' holds another row" }
        @{ Case = 'an open quote, names first'; Csv = 'Name,PhoneNumber,City', 'Tom,+12065550101,"Oslo', 'Ann,+12065550102,Rome', 'Bob,+12065550103,Bonn'
            With = @{ Message = 'Hello from {City}' }; Kind = 'QuoteUnclosed'; Reason = "'City' holds another row of the file, 'Ann,\+12065550102,Rome'" }
        @{ Case = 'an open quote before the number, which is the next row''s'; Csv = '"Name","PhoneNumber"', '"Tom,+12065550101', '"Ann",+12065550102'
            With = @{ Message = 'Hello {Name}' }; Kind = 'QuoteUnclosed'; Reason = "'Name' holds another row" }
        @{ Case = 'an open quote in a middle column'; Csv = 'PhoneNumber,City,Name', '+12065550101,"Oslo,Tom', '+12065550102,Rome,Ann'
            With = @{ Message = 'Hello from {City}' }; Kind = 'QuoteUnclosed'; Reason = "'City' holds another row" }
        @{ Case = 'an open quote, semicolons'; Delimiter = ';'; Csv = 'PhoneNumber;Name', '+12065550101;"Tom', '+12065550102;Ann, and Bob'
            With = @{ Message = 'Hello {Name}' }; Kind = 'QuoteUnclosed'; Reason = "'Name' holds another row" }
        @{ Case = 'an open quote, tabs'; Delimiter = "`t"; Csv = "PhoneNumber`tName", "+12065550101`t`"Tom", "+12065550102`tAnn"
            With = @{ Message = 'Hello {Name}' }; Kind = 'QuoteUnclosed'; Reason = "'Name' holds another row" }
        @{ Case = 'an open quote, national numbers'; Csv = 'PhoneNumber,Name', '(206) 555-0101,"Tom', '(206) 555-0102,Ann'
            With = @{ Message = 'Hello {Name}'; DefaultCountry = 'US' }; Kind = 'QuoteUnclosed'; Reason = "'Name' holds another row" }
        @{ Case = 'an open quote, in an attribute'; Csv = 'PhoneNumber,Attribute.Note', '+12065550101,"Tom', '+12065550102,Ann'; Kind = 'QuoteUnclosed'
            Reason = "'Attribute.Note' holds another row" }
        @{ Case = 'an open quote, in a column of -AttributeColumn'; Csv = 'PhoneNumber,Note', '+12065550101,"Tom', '+12065550102,Ann'
            With = @{ AttributeColumn = '*' }; Kind = 'QuoteUnclosed'; Reason = "'Note' holds another row" }
        @{ Case = 'an open quote, in a segment attribute'; Csv = 'PhoneNumber,Segment.Note', '+12065550101,"Tom', '+12065550102,Ann'; Kind = 'QuoteUnclosed'
            Reason = "'Segment.Note' holds another row" }
        @{ Case = 'an open quote, in a template''s value'; Csv = 'PhoneNumber,Template.Name', '+12065550101,"Tom', '+12065550102,Ann'; Without = 'Message'
            With = @{ KnowledgeBaseId = 'kb-1'; MessageTemplateId = 'tpl-1' }; Kind = 'QuoteUnclosed'; Reason = "'Template.Name' holds another row" }
        @{ Case = 'an open quote, in a customer profile''s value'; Csv = 'PhoneNumber,Profile.Name', '+12065550101,"Tom', '+12065550102,Ann'; Without = 'Message'
            With = @{ KnowledgeBaseId = 'kb-1'; MessageTemplateId = 'tpl-1' }; Kind = 'QuoteUnclosed'; Reason = "'Profile.Name' holds another row" }
        @{ Case = 'an open quote, in the name that agents see'; Csv = 'PhoneNumber,Name', '+12065550101,"Tom', '+12065550102,Ann'; Kind = 'QuoteUnclosed'
            Reason = "'Name' holds another row" }
        @{ Case = 'an open quote, the number from a column of one''s own'; Csv = 'Handy,Vorname', '+12065550101,"Tom', '+12065550102,Ann'
            With = @{ Message = 'Hallo {Vorname}'; ColumnMap = @{ Destination = 'Handy' } }; Kind = 'QuoteUnclosed'; Reason = "'Vorname' holds another row" }
        @{ Case = 'a message of several lines'; Csv = 'PhoneNumber,Message', '+12065550101,"Call us:', '+12065550102, Ann', '+12065550103, Bob"'
            Without = 'Message'; Sent = '+12065550101'; Message = "Call us:`n+12065550102, Ann`n+12065550103, Bob" }
        @{ Case = 'a postal address'; Csv = 'PhoneNumber,Address', '+12065550101,"12 Main St', 'Seattle, WA 98101', 'USA"'
            With = @{ Message = 'To {Address}' }; Sent = '+12065550101'; Message = "To 12 Main St`nSeattle, WA 98101`nUSA" }
        @{ Case = 'a postal address with a telephone line'; Csv = 'PhoneNumber,Address', '+12065550101,"12 Main St', 'Seattle, WA 98101', '+1 206 555 0199"'
            With = @{ Message = 'To {Address}' }; Sent = '+12065550101' }
        @{ Case = 'a postal address that begins with its postal code'; Csv = 'PhoneNumber,Address', '+4930123456,"Hauptstr. 5', '10115, Berlin"'
            With = @{ Message = 'An {Address}'; DefaultCountry = 'DE' }; Sent = '+4930123456' }
        @{ Case = 'a postal code with a dash'; Csv = 'PhoneNumber,Address', '+5511961234567,"Av. Paulista 1578', '01310-200, Paulo"'
            With = @{ Message = 'Para {Address}'; DefaultCountry = 'BR' }; Sent = '+5511961234567' }
        @{ Case = 'a signature with a telephone line'; Csv = 'PhoneNumber,Sign', '+12065550101,"Kind regards, Tom', 'Tel. +1 206 555 0199, ext. 12', 'tom@example.com"'
            With = @{ Message = 'Hello. {Sign}' }; Sent = '+12065550101' }
        @{ Case = 'a signature whose telephone line has the number alone'; Csv = 'PhoneNumber,Sign', '+12065550101,"Tom', '+1 206 555 0199', 'Sales, Seattle"'
            With = @{ Message = 'Hello. {Sign}' }; Sent = '+12065550101' }
        @{ Case = 'a signature whose telephone line names two numbers'; Csv = 'PhoneNumber,Sign', '+12065550101,"Tom', 'T +1 206 555 0199 | M +1 206 555 0198"'
            With = @{ Message = 'Hello. {Sign}' }; Sent = '+12065550101' }
        @{ Case = 'a signature, names first'; Csv = 'Name,PhoneNumber,Sign', 'Ann,+12065550101,"Tom', 'Sales, +1 206 555 0199"'
            With = @{ Message = 'Hello. {Sign}' }; Sent = '+12065550101' }
        @{ Case = 'two lines'; Csv = 'PhoneNumber,Name', '+12065550101,"two', 'lines"'; With = @{ Message = 'Hello {Name}' }; Sent = '+12065550101' }
        @{ Case = 'a list of orders'; Csv = 'PhoneNumber,Orders', '+12065550101,"A-1, shoes', 'A-2, socks"'; With = @{ Message = 'Yours: {Orders}' }
            Sent = '+12065550101' }
        @{ Case = 'further rows in a column that nothing uses'; Csv = 'PhoneNumber,Note', '+12065550101,"seen', '+12065550102,Ann"'; Sent = '+12065550101' }

        # A column that is empty
        @{ Case = 'the column that -ColumnMap names is empty'; Csv = 'Handy,Name', ',Ann'; With = @{ ColumnMap = @{ Destination = 'Handy' } }
            Kind = 'DestinationMissing'; Reason = "^Destination is missing: the column 'Handy' is empty in this row\.$" }
        @{ Case = 'the column that -ColumnMap names holds blanks'; Csv = 'Handy,Phone', '  ,+12065550101'; With = @{ ColumnMap = @{ Destination = 'handy' } }
            Kind = 'DestinationMissing'; Reason = "^Destination is missing: the column 'Handy' is empty in this row\.$" }
        @{ Case = 'the column that -ColumnMap names is not there'; Csv = 'Telefon,Name', '+12065550101,Ann'; With = @{ ColumnMap = @{ Destination = 'Telefonn' } }
            Kind = 'MappedColumnMissing'; Reason = "^-ColumnMap takes Destination from the column 'Telefonn', which the row does not have; the nearest is 'Telefon'\.$" }
        @{ Case = 'no column is taken for the destination'; Csv = 'Handy,Name', '+12065550101,Ann'; Kind = 'DestinationMissing'
            Reason = "none of the columns 'Handy', 'Name' is taken for it" }
        @{ Case = 'a known column is empty'; Csv = 'Phone,Name', ',Ann'; Kind = 'DestinationMissing'; Reason = "the column 'Phone' is empty in this row" }
        @{ Case = 'the channel''s column of a map is empty'; Csv = 'Phone,Kanal', '+12065550101,'; Without = 'Channel'; With = @{ ColumnMap = @{ Channel = 'Kanal' } }
            Kind = 'ChannelMissing'; Reason = "Channel is missing \(the column 'Kanal' is empty in this row\)" }

        # Columns that say who wants no messages
        @{ Case = 'OptOut: yes'; Csv = 'Phone,OptOut', '+12065550101,no', '+12065550102,yes'; Row = 1; Sent = '+12065550102'
            Warning = "^Row 2 says in 'OptOut' that the customer does not want messages.*-SuppressionList" }
        @{ Case = 'DoNotContact: TRUE'; Csv = 'Phone,Do Not Contact', '+12065550101,TRUE'; Sent = '+12065550101'; Warning = "'Do Not Contact'.*-SuppressionList" }
        @{ Case = 'Unsubscribed: 1'; Csv = 'Phone,Unsubscribed', '+12065550101,1'; Sent = '+12065550101'; Warning = "'Unsubscribed'.*-SuppressionList" }
        @{ Case = 'Unsubscribed: a date'; Csv = 'Phone,unsubscribed_at', '+12065550101,2026-01-31'; Sent = '+12065550101'; Warning = "in 'unsubscribed_at' that" }
        @{ Case = 'SMS opt out: x'; Csv = 'Phone,SMS opt-out', '+12065550101,x'; Sent = '+12065550101'; Warning = "'SMS opt-out'.*-SuppressionList" }
        @{ Case = 'two columns, one of them true'; Csv = 'Phone,OptOut,DNC', '+12065550101,false,true'; Sent = '+12065550101'
            Warning = "in 'DNC' that .*, nor for 'OptOut'" }
        @{ Case = 'the column is an attribute, too'; Csv = 'Phone,Attribute.OptOut', '+12065550101,yes'; Sent = '+12065550101'; Warning = "in 'Attribute.OptOut' that" }
        @{ Case = 'Consent: no'; Csv = 'Phone,Consent', '+12065550101,no'; Sent = '+12065550101'; Warning = "in 'Consent' that the customer does not want" }
        @{ Case = 'OptOut: no'; Csv = 'Phone,OptOut', '+12065550101,no'; Sent = '+12065550101'; NoWarning = 'does not want' }
        @{ Case = 'OptOut: false'; Csv = 'Phone,OptOut', '+12065550101,false'; Sent = '+12065550101'; NoWarning = 'does not want' }
        @{ Case = 'OptOut: 0'; Csv = 'Phone,OptOut', '+12065550101,0'; Sent = '+12065550101'; NoWarning = 'does not want' }
        @{ Case = 'OptOut: empty'; Csv = 'Phone,OptOut', '+12065550101,'; Sent = '+12065550101'; NoWarning = 'does not want' }
        @{ Case = 'Consent: empty'; Csv = 'Phone,Consent', '+12065550101,'; Sent = '+12065550101'; NoWarning = 'does not want' }
        @{ Case = 'Consent: yes'; Csv = 'Phone,Consent', '+12065550101,yes'; Sent = '+12065550101'; NoWarning = 'does not want' }
        @{ Case = 'a fax is no message'; Csv = 'Phone,HasOptedOutOfFax', '+12065550101,yes'; Sent = '+12065550101'; NoWarning = 'does not want' }
    )
    # Pester hands each case's keys over as variables: all of them need a value.
    foreach ($case in $script:Cases) {
        foreach ($key in 'Delimiter', 'With', 'Without', 'Named', 'Row', 'Rows', 'Sent', 'Source', 'Message', 'Name', 'Attribute', 'Kind', 'Reason', 'Warning',
            'NoWarning', 'DuplicateRow') {
            if (-not $case.ContainsKey($key)) { $case[$key] = $null }
        }
    }
}

BeforeAll {
    . "$PSScriptRoot/TestSupport.ps1"
    Import-StagedModule
    $script:Sandbox = Start-ConnectOutboundSandbox -RequestsPerSecond 0 -ConcurrentChat 100000

    # A cell as a program would have it.
    function ConvertTo-Typed {
        param([string] $Text)
        if ($Text -match '^\d{4}-\d{2}-\d{2}$') { return [datetime]$Text }
        if ($Text -in 'true', 'false') { return [bool]::Parse($Text) }
        if ($Text -eq '') { return $null }
        $Text
    }

    function Get-Input {
        param([string] $Kind, [object[]] $Row)
        foreach ($one in $Row) {
            if ($Kind -eq 'CSV') {
                $one
                continue
            }
            $cells = [ordered]@{}
            foreach ($property in $one.PSObject.Properties) { $cells[$property.Name] = ConvertTo-Typed $property.Value }
            if ($Kind -eq 'dictionary') { $cells } else { [pscustomobject]$cells }
        }
    }
}

AfterAll {
    $script:Sandbox | Stop-ConnectOutboundSandbox
}

Describe 'A row' {
    It 'is read by the right columns, or refused: <Case>' -ForEach $script:Cases {
        $file = Join-Path $TestDrive "$([guid]::NewGuid()).csv"
        Set-Content $file $Csv
        $read = @(Import-Csv $file -Delimiter ($Delimiter ?? ','))
        if ($null -ne $Rows) { $read.Count | Should -Be $Rows }
        $place = $Row ?? 0
        $said = [System.Collections.Generic.List[string]]::new()
        foreach ($form in 'CSV', 'object', 'dictionary') {
            foreach ($command in 'Test-ConnectOutboundChat', 'Start-ConnectOutboundChat') {
                $script:Sandbox.Clear()
                $what = "$command with rows of the form $form"
                $common = Get-Common $(if ($command -like 'Start-*') { $script:Sandbox }) ($With ?? @{})
                foreach ($argument in @($Without)) { if ($argument) { $common.Remove($argument) } }
                if ($Named) { $common.JournalPath = Join-Path $TestDrive "$([guid]::NewGuid()).db" }
                $run = Invoke-Run @(Get-Input $form $read) $common $command
                $results = @($run.Results | Sort-Object RowNumber)
                $results.Count | Should -Be $read.Count -Because $what
                $result = $results[$place]
                $words = if ($command -like 'Test-*') { "$($result.Problems)" } else { "$($result.Reason)" }
                if ($Sent) {
                    $words | Should -BeNullOrEmpty -Because $what
                    $result.Status | Should -Be $(if ($command -like 'Test-*') { 'Planned' } else { 'Started' }) -Because $what
                    $result.Destination | Should -BeExactly $Sent -Because $what
                    $result.ErrorCode | Should -BeNullOrEmpty
                }
                else {
                    $result.Status | Should -Be 'Invalid' -Because $what
                    $words | Should -Match $Reason -Because $what
                    $result.ErrorCode | Should -BeExactly $Kind -Because $what
                    @($run.Errors | Get-ErrorName | Sort-Object -Unique) | Should -Be $(if ($command -like 'Start-*') { 'InvalidRow' }) -Because $what
                }
                if ($null -ne $DuplicateRow) { $results[$DuplicateRow].Status | Should -Be 'Duplicate' -Because $what }
                if ($Warning) { @(@($run.Warnings.Message) -match $Warning).Count | Should -Be 1 -Because "$what warned: $($run.Warnings.Message -join ' / ')" }
                if ($NoWarning) { @(@($run.Warnings.Message) -match $NoWarning).Count | Should -Be 0 -Because "$what warned: $($run.Warnings.Message -join ' / ')" }
                $said.Add("$words|$($result.ErrorCode)")
                if ($command -like 'Test-*') { continue }
                if (-not $Sent) {
                    @($script:Sandbox.Contacts | Where-Object Destination -EQ $result.Destination).Count | Should -Be 0 -Because $what
                    continue
                }
                $body = ($script:Sandbox.Contacts | Where-Object ContactId -EQ $result.ContactId).Body | ConvertFrom-Json
                $body.DestinationEndpoint.Address | Should -BeExactly $Sent -Because $what
                if ($Source) { $body.SourceEndpoint.Address | Should -BeExactly $Source -Because $what }
                if ($Message) { $body.InitialSystemMessage.Content | Should -BeExactly $Message -Because $what }
                if ($Name) { $body.ParticipantDetails.DisplayName | Should -BeExactly $Name -Because $what }
                foreach ($key in ($Attribute ?? @{}).Keys) { $body.Attributes.$key | Should -BeExactly $Attribute[$key] -Because $what }
            }
        }
        # Truth values and dates are written alike, so the words are the same whatever the row came as.
        @($said | Sort-Object -Unique).Count | Should -Be 1 -Because ($said -join "`n")
    }
}

Describe 'A column From' {
    It 'that holds a number is looked up among those of the account, and a date is not' {
        $sandbox = Start-ConnectOutboundSandbox -RequestsPerSecond 0
        try {
            $number = $sandbox.PhoneNumbers | Where-Object Channel -EQ 'SMS' | Select-Object -First 1
            $flow = $sandbox.Flows | Where-Object { $_.State -eq 'ACTIVE' -and $_.Status -eq 'PUBLISHED' } | Select-Object -First 1
            $common = @{
                EndpointUrl   = $sandbox.EndpointUrl
                InstanceId    = $sandbox.Instances[0].InstanceId
                ContactFlowId = $flow.ContactFlowId
                Channel       = 'SMS'
                Message       = 'Hello'
            }
            $rows = foreach ($from in $number.PhoneNumber, '+12065550199', '2026-11-26') { [pscustomobject]@{ Phone = '+12065550101'; From = $from } }
            foreach ($command in 'Test-ConnectOutboundChat', 'Start-ConnectOutboundChat') {
                $run = Invoke-Run $rows $common $command
                $results = @($run.Results | Sort-Object RowNumber)
                $results[0].Status | Should -Be $(if ($command -like 'Test-*') { 'Planned' } else { 'Started' })
                $results[1..2].Status | Should -Be 'Invalid', 'Invalid'
                $results[1..2].ErrorCode | Should -Be 'SourceInvalid', 'SourceMissing'
            }
            ($sandbox.Contacts[-1].Body | ConvertFrom-Json).SourceEndpoint.Address | Should -BeExactly $number.Arn
        }
        finally {
            $sandbox | Stop-ConnectOutboundSandbox
        }
    }
}

Describe 'A text in the pipeline' {
    BeforeEach {
        $script:Sandbox.Clear()
    }

    It 'that <Kind> gets the hint that a file gets: <Text>' -ForEach @(
        @{ Kind = 'names a file'; Text = 'contacts.csv'; Says = "The row is the file 'contacts.csv' itself: read it with Import-Csv first." }
        @{ Kind = 'names a file in a folder'; Text = './data/Kunden 2026.xlsx'; Says = "The row is the file 'Kunden 2026.xlsx' itself: read it with Import-Csv first." }
        @{ Kind = 'names a file on Windows'; Text = 'C:\data\contacts.CSV'; Says = "The row is the file 'contacts.CSV' itself" }
        @{ Kind = 'names a file of many numbers'; Text = 'numbers.txt'; Says = "The row is the file 'numbers.txt' itself" }
        @{ Kind = 'names a file that is there'; Text = 'TESTDRIVE'; Says = "The row is the file 'list' itself" }
        @{ Kind = 'is a line of a CSV'; Text = '+12065550100,Ann'; Says = "The row is a line of text, '\+12065550100,Ann', and no number: read the file with Import-Csv first" }
        @{ Kind = 'is a header'; Text = 'PhoneNumber,Name'; Says = 'Import-Csv' }
        @{ Kind = 'is a line with semicolons'; Text = 'Ann;+12065550100'; Says = 'Import-Csv' }
        @{ Kind = 'is a line with tabs'; Text = "Ann`t+12065550100"; Says = 'Import-Csv' }
        @{ Kind = 'is a line with quotes'; Text = '"+12065550100","60"'; Says = 'Import-Csv' }
        @{ Kind = 'is a line of numbers'; Text = '+12065550100,60,1'; Says = 'Import-Csv' }
        @{ Kind = 'is a whole file'; Text = "PhoneNumber,Name`n+12065550100,Ann"; Says = 'ConvertFrom-Csv' }
    ) {
        if ($Text -eq 'TESTDRIVE') {
            $Text = Join-Path $TestDrive 'list'
            Set-Content $Text '+12065550100'
        }
        foreach ($command in 'Test-ConnectOutboundChat', 'Start-ConnectOutboundChat') {
            $common = Get-Common $(if ($command -like 'Start-*') { $script:Sandbox })
            $run = Invoke-Run @($Text) $common $command
            @($run.Results).Count | Should -Be 1
            $run.Results[0].Status | Should -Be 'Invalid'
            $run.Results[0].ErrorCode | Should -BeExactly 'RowUnreadable'
            "$($run.Results[0].Reason)$($run.Results[0].Problems)" | Should -Match $Says
            $script:Sandbox.RequestCount | Should -Be 0
        }
    }

    It 'that is meant as a number is read as one: <Text>' -ForEach @(
        @{ Text = '+12065550100'; Sent = $true }
        @{ Text = 'tel:+1-206-555-0100'; Sent = $true }
        @{ Text = '+1 206 555 0100 ext. 5'; Says = 'behind the number' }
        @{ Text = '+12065550100;ext=5'; Says = 'behind the number' }
        @{ Text = '+12065550100, ext. 5'; Says = 'behind the number' }
        @{ Text = '+12065550100, +12065550101'; Says = 'behind the number' }
        @{ Text = 'nobody'; Says = 'is not a phone number' }
        @{ Text = 'ann@example.com'; Says = 'is not a phone number' }
        @{ Text = '1.20656E+10'; Says = 'rounded by a spreadsheet' }
    ) {
        $run = Invoke-Run @($Text) (Get-Common $script:Sandbox)
        $run.Results[0].Status | Should -Be $(if ($Sent) { 'Started' } else { 'Invalid' })
        if ($Says) { $run.Results[0].Reason | Should -Match $Says }
    }

    It 'has one result a line, as everything has' {
        $file = Join-Path $TestDrive 'lines.csv'
        Set-Content $file 'PhoneNumber,Name', '+12065550100,Ann', '+12065550101,Bob'
        $run = Invoke-Run @(Get-Content $file) (Get-Common $script:Sandbox)
        $run.Results.Status | Should -Be 'Invalid', 'Invalid', 'Invalid'
        $run.Results.Reason | Should -Match 'Import-Csv'
        $script:Sandbox.RequestCount | Should -Be 0
    }
}

Describe 'A customer who wants no messages' {
    BeforeEach {
        $script:Sandbox.Clear()
        $script:Rows = 1..300 | ForEach-Object { [pscustomobject]@{ Phone = '+1206555{0:0000}' -f $_; OptOut = $_ % 3 -eq 0 ? 'yes' : 'no' } }
    }

    It 'is warned of once a run, however many there are' {
        foreach ($command in 'Test-ConnectOutboundChat', 'Start-ConnectOutboundChat') {
            $run = Invoke-Run $script:Rows (Get-Common $(if ($command -like 'Start-*') { $script:Sandbox })) $command
            @($run.Results).Count | Should -Be 300
            @(@($run.Warnings.Message) -match 'does not want messages').Count | Should -Be 1
        }
    }

    It 'is warned of from a file, before the row is sent' {
        $file = Join-Path $TestDrive 'optout.csv'
        $script:Rows | Export-Csv $file
        $common = Get-Common $script:Sandbox
        $all = @(Import-Csv $file | Start-ConnectOutboundChat @common -WarningAction Continue 3>&1)
        $warned = @(0..($all.Count - 1) | Where-Object { $all[$_] -is [System.Management.Automation.WarningRecord] -and $all[$_].Message -match 'does not want' })
        $third = @(0..($all.Count - 1) | Where-Object { $all[$_] -is [ConnectOutbound.OutboundContact] -and $all[$_].RowNumber -eq 3 })
        $warned.Count | Should -Be 1
        $warned[0] | Should -BeLessThan $third[0]
    }

    It 'is counted in -Summary, where it would be sent to' {
        $common = Get-PlanCommon @{ SuppressionList = '+12065550003' }
        $summary = $script:Rows[0..8] | Test-ConnectOutboundChat @common -Summary -WarningAction Ignore
        "$($summary.Advice)" | Should -Match "2 rows would be sent although a column, such as 'OptOut', says that the customer does not want messages\. Put the numbers on a -SuppressionList"
        $summary = $script:Rows[0..1] | Test-ConnectOutboundChat @common -Summary -WarningAction Ignore
        "$($summary.Advice)" | Should -Not -Match 'does not want'
    }
}

Describe '-ColumnMap' {
    It 'with <Fault> ends the command before any row' -ForEach @(
        @{ Fault = 'one parameter under two names'; Map = @{ To = 'A'; Phone = 'B' }; Text = "the keys '(To|Phone)' and '(To|Phone)', which are one parameter" }
        @{ Fault = 'one attribute twice'; Map = @{ 'Attribute.Id' = 'A'; 'attribute. Id' = 'B' }; Text = 'which are one parameter' }
        @{ Fault = 'one parameter in two spellings'; Map = @{ DisplayName = 'A'; display_name = 'B' }; Text = 'which are one parameter' }
    ) {
        $common = Get-PlanCommon
        $caught = { Get-Row | Test-ConnectOutboundChat @common -ColumnMap $Map } | Should -Throw -PassThru
        $caught | Get-ErrorName | Should -BeExactly 'ColumnMapInvalid'
        $caught.Exception.Message | Should -Match $Text
    }

    It 'chooses the column of a suppression list by the same rule: <Case>' -ForEach @(
        @{ Case = 'the exact name'; Header = 'Phone 2,Phone2'; Map = @{ To = 'Phone2' }; Status = 'Suppressed' }
        @{ Case = 'one that differs in case'; Header = 'Phone 2,Phone2'; Map = @{ Destination = 'phone2' }; Status = 'Suppressed' }
    ) {
        $list = Join-Path $TestDrive "$([guid]::NewGuid()).csv"
        Set-Content $list $Header, '+12065550101,+12065550102'
        $common = Get-PlanCommon @{ SuppressionList = $list; ColumnMap = $Map }
        $rows = [pscustomobject]@{ Phone2 = '+12065550102' }, [pscustomobject]@{ Phone2 = '+12065550101' }
        ($rows | Test-ConnectOutboundChat @common).Status | Should -Be $Status, 'Planned'
    }

    It 'that two columns of a suppression list match stops the command' {
        $list = Join-Path $TestDrive "$([guid]::NewGuid()).csv"
        Set-Content $list 'Phone 2,Phone_2', '+12065550101,+12065550102'
        $common = Get-PlanCommon @{ SuppressionList = $list; ColumnMap = @{ Destination = 'Phone2' } }
        $caught = { [pscustomobject]@{ Phone2 = '+12065550102' } | Test-ConnectOutboundChat @common } | Should -Throw -PassThru
        $caught | Get-ErrorName | Should -BeExactly 'SuppressionListInvalid'
        $caught.Exception.Message | Should -Match "'Phone 2' and 'Phone_2'"
    }

    It 'is not needed for a suppression list with several columns of numbers: all of them are read, by one country' {
        $list = Join-Path $TestDrive "$([guid]::NewGuid()).csv"
        Set-Content $list 'CountryIso,Mobile,Phone,Country', 'AT,+12065550101,030 123456,DE'
        $common = Get-PlanCommon @{ SuppressionList = $list }
        ('+12065550101', '+4930123456', '+4330123456' | Test-ConnectOutboundChat @common).Status | Should -Be 'Suppressed', 'Suppressed', 'Planned'
        Set-Content $list 'COUNTRY-,Phone,country_', 'AT,030 123456,DE'
        $caught = { '+12065550101' | Test-ConnectOutboundChat @common } | Should -Throw -PassThru
        $caught | Get-ErrorName | Should -BeExactly 'SuppressionListInvalid'
        $caught.Exception.Message | Should -Match "'COUNTRY-' and 'country_', which both stand for the country"
    }
}
