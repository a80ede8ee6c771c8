namespace ConnectOutbound.Engine.Errors;

/// <summary>An argument that holds for every row is wrong: the run cannot begin.</summary>
public sealed class MappingException : ArgumentException
{
    /// <summary>Creates the exception.</summary>
    /// <param name="parameter">The parameter's name.</param>
    /// <param name="message">What is wrong with it and what would be right.</param>
    public MappingException(string parameter, string message) : base(message) => Parameter = parameter;

    /// <summary>The parameter's name.</summary>
    public string Parameter { get; }
}
