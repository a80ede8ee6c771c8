namespace ConnectOutbound.Engine.Errors;

// What a row lacks, and what kept it from being sent: the values of ErrorCode and of RowFault.Kind that are the module's own.
public static partial class ErrorIds
{
    /// <summary>An earlier row has the same destination or token.</summary>
    public const string Duplicate = nameof(Duplicate);

    /// <summary>The destination is on a suppression list.</summary>
    public const string Suppressed = nameof(Suppressed);

    /// <summary>The customer has quiet hours.</summary>
    public const string QuietHours = nameof(QuietHours);

    /// <summary>There are quiet hours, and the customer's local time is not known.</summary>
    public const string TimeZoneUnknown = nameof(TimeZoneUnknown);

    /// <summary>An attempt had no known outcome, and its token protects no longer.</summary>
    public const string TokenExpired = nameof(TokenExpired);

    /// <summary>The row is a saved result whose status is not known.</summary>
    public const string SavedResultInvalid = nameof(SavedResultInvalid);

    /// <summary>The destination has changed since the contact was started, or may have been.</summary>
    public const string DestinationChanged = nameof(DestinationChanged);

    /// <summary>The token of a saved result is not the one that the run has for the row.</summary>
    public const string TokenOfOtherRun = nameof(TokenOfOtherRun);

    /// <summary>The user stopped the run before the row.</summary>
    public const string Stopped = nameof(Stopped);

    /// <summary>The user declined the row.</summary>
    public const string Declined = nameof(Declined);

    /// <summary>No answer came in time.</summary>
    public const string Timeout = nameof(Timeout);

    /// <summary>The connection was lost before the answer.</summary>
    public const string ConnectionLost = nameof(ConnectionLost);

    /// <summary>An answer came and could not be read.</summary>
    public const string UnreadableAnswer = nameof(UnreadableAnswer);

    /// <summary>The input is not a row.</summary>
    public const string RowUnreadable = nameof(RowUnreadable);

    /// <summary>Several columns match a name or a parameter equally well.</summary>
    public const string ColumnAmbiguous = nameof(ColumnAmbiguous);

    /// <summary>A value holds further rows of its file: a quotation mark is not closed.</summary>
    public const string QuoteUnclosed = nameof(QuoteUnclosed);

    /// <summary>A cell of the row cannot be read.</summary>
    public const string CellUnreadable = nameof(CellUnreadable);

    /// <summary>A text contains half a character.</summary>
    public const string TextBroken = nameof(TextBroken);

    /// <summary>The row has no destination.</summary>
    public const string DestinationMissing = nameof(DestinationMissing);

    /// <summary>The destination is not a phone number.</summary>
    public const string DestinationInvalid = nameof(DestinationInvalid);

    /// <summary>Columns of the row hold different phone numbers.</summary>
    public const string DestinationAmbiguous = nameof(DestinationAmbiguous);

    /// <summary>The row has no source.</summary>
    public const string SourceMissing = nameof(SourceMissing);

    /// <summary>The source is not a phone number of Amazon Connect.</summary>
    public const string SourceInvalid = nameof(SourceInvalid);

    /// <summary>No instance is given.</summary>
    public const string InstanceIdMissing = nameof(InstanceIdMissing);

    /// <summary>The instance is not given by an id, an ARN or a known name.</summary>
    public const string InstanceIdInvalid = nameof(InstanceIdInvalid);

    /// <summary>No flow is given.</summary>
    public const string ContactFlowIdMissing = nameof(ContactFlowIdMissing);

    /// <summary>The flow is not given by an id, an ARN or a known name, or belongs to another instance.</summary>
    public const string ContactFlowIdInvalid = nameof(ContactFlowIdInvalid);

    /// <summary>No channel is given.</summary>
    public const string ChannelMissing = nameof(ChannelMissing);

    /// <summary>The channel is neither SMS nor WhatsApp.</summary>
    public const string ChannelInvalid = nameof(ChannelInvalid);

    /// <summary>The row names two channels.</summary>
    public const string ChannelContradiction = nameof(ChannelContradiction);

    /// <summary>The text is not a time zone.</summary>
    public const string TimeZoneInvalid = nameof(TimeZoneInvalid);

    /// <summary>The braces of the message do not pair.</summary>
    public const string MessageInvalid = nameof(MessageInvalid);

    /// <summary>The message is empty.</summary>
    public const string MessageEmpty = nameof(MessageEmpty);

    /// <summary>The message is longer than the service accepts.</summary>
    public const string MessageTooLong = nameof(MessageTooLong);

    /// <summary>The content type is not text/plain.</summary>
    public const string MessageContentTypeInvalid = nameof(MessageContentTypeInvalid);

    /// <summary>The row has a message and a template.</summary>
    public const string MessageAndTemplate = nameof(MessageAndTemplate);

    /// <summary>WhatsApp delivers free text only within 24 hours after the customer's last message.</summary>
    public const string WhatsAppFreeText = nameof(WhatsAppFreeText);

    /// <summary>The message names a column that the row does not have.</summary>
    public const string PlaceholderUnknown = nameof(PlaceholderUnknown);

    /// <summary>The message names a column that is empty in the row.</summary>
    public const string PlaceholderEmpty = nameof(PlaceholderEmpty);

    /// <summary>The message names a column that contains no text.</summary>
    public const string PlaceholderNoText = nameof(PlaceholderNoText);

    /// <summary>A template is given without its knowledge base.</summary>
    public const string KnowledgeBaseIdMissing = nameof(KnowledgeBaseIdMissing);

    /// <summary>Values for a template are given without the template.</summary>
    public const string MessageTemplateIdMissing = nameof(MessageTemplateIdMissing);

    /// <summary>The template is given neither by an id nor by an ARN.</summary>
    public const string MessageTemplateIdInvalid = nameof(MessageTemplateIdInvalid);

    /// <summary>There is no such template, or not that version.</summary>
    public const string TemplateNotFound = nameof(TemplateNotFound);

    /// <summary>The template is for the other channel.</summary>
    public const string TemplateChannel = nameof(TemplateChannel);

    /// <summary>WhatsApp has not approved the template.</summary>
    public const string TemplateNotApproved = nameof(TemplateNotApproved);

    /// <summary>The row lacks a value for a variable of the template.</summary>
    public const string TemplateAttributeMissing = nameof(TemplateAttributeMissing);

    /// <summary>A template attribute cannot be used.</summary>
    public const string TemplateAttributeInvalid = nameof(TemplateAttributeInvalid);

    /// <summary>The customer profile attributes cannot be used.</summary>
    public const string CustomerProfileAttributeInvalid = nameof(CustomerProfileAttributeInvalid);

    /// <summary>A contact attribute cannot be used.</summary>
    public const string AttributeInvalid = nameof(AttributeInvalid);

    /// <summary>The name of a contact attribute is not allowed.</summary>
    public const string AttributeNameInvalid = nameof(AttributeNameInvalid);

    /// <summary>The contact attributes are too long together.</summary>
    public const string AttributesTooLong = nameof(AttributesTooLong);

    /// <summary>-AttributeColumn names a column that the row does not have.</summary>
    public const string AttributeColumnMissing = nameof(AttributeColumnMissing);

    /// <summary>A segment attribute cannot be used.</summary>
    public const string SegmentAttributeInvalid = nameof(SegmentAttributeInvalid);

    /// <summary>-ColumnMap names a column that the row does not have.</summary>
    public const string MappedColumnMissing = nameof(MappedColumnMissing);

    /// <summary>-KeyColumn names a column that the row does not have.</summary>
    public const string KeyColumnMissing = nameof(KeyColumnMissing);

    /// <summary>The key column is empty in the row.</summary>
    public const string KeyMissing = nameof(KeyMissing);

    /// <summary>The chat duration is not a number of minutes.</summary>
    public const string ChatDurationInvalid = nameof(ChatDurationInvalid);

    /// <summary>The chat duration is shorter or longer than the service accepts.</summary>
    public const string ChatDurationOutOfRange = nameof(ChatDurationOutOfRange);

    /// <summary>The list of content types lacks text/plain.</summary>
    public const string SupportedContentTypeWithoutPlain = nameof(SupportedContentTypeWithoutPlain);
}
